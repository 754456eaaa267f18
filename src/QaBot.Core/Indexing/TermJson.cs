namespace QaBot.Indexing;

/// <summary>One term's share of a passage's score.</summary>
/// <param name="Field"><c>text</c> or <c>context</c>.</param>
/// <param name="Term">The term as analysed.</param>
/// <param name="Tf">Its occurrences in the passage.</param>
/// <param name="Df">Passages that have it.</param>
/// <param name="Idf">Its inverse document frequency.</param>
/// <param name="Score">What it adds to the score.</param>
public sealed record TermJson(string Field, string Term, int Tf, int Df, float Idf, float Score);
