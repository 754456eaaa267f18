namespace QaBot.Indexing;

/// <summary>One term's share of a passage's score.</summary>
/// <param name="Field"><c>text</c> or <c>context</c>.</param>
/// <param name="Term">The term as analysed.</param>
/// <param name="Frequency">Its occurrences in the passage.</param>
/// <param name="DocumentFrequency">Passages that have it.</param>
/// <param name="Idf">Its inverse document frequency.</param>
/// <param name="Score">What it adds to the passage's score.</param>
public sealed record TermShare(string Field, string Term, int Frequency, int DocumentFrequency, float Idf, float Score);
