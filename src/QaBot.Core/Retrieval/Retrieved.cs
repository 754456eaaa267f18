using QaBot.Indexing;

namespace QaBot.Retrieval;

/// <summary>What was found for a question.</summary>
/// <param name="Hits">The passages, best first.</param>
/// <param name="Query">What they were ranked by: <paramref name="Terms"/>, and with less weight what is related to them.</param>
/// <param name="Terms">The heaviest terms of the question, each once, spelling repaired, in its order.</param>
/// <param name="Repairs">Words that the index does not have, and the terms they were read as.</param>
public sealed record Retrieved(IReadOnlyList<PassageHit> Hits, PassageQuery Query, IReadOnlyList<string> Terms, IReadOnlyDictionary<string, string> Repairs);
