namespace QaBot.Indexing;

/// <summary>A term to look up.</summary>
/// <param name="Term">The term as analysed.</param>
/// <param name="Weight">Factor on its BM25 score; 1 for a word of the question.</param>
public sealed record QueryTerm(string Term, float Weight = 1);
