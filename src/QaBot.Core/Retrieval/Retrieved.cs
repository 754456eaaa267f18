using QaBot.Indexing;

namespace QaBot.Retrieval;

/// <summary>What was found for a question.</summary>
/// <param name="Hits">The passages, best first.</param>
/// <param name="Query">What they were ranked by: the heaviest terms, each once, spelling repaired, in the order of the question.</param>
/// <param name="Repairs">Words that the index does not have, and the terms they were read as.</param>
public sealed record Retrieved(IReadOnlyList<PassageHit> Hits, PassageQuery Query, IReadOnlyDictionary<string, string> Repairs);
