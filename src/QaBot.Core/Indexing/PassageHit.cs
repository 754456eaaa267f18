using QaBot.Chunking;

namespace QaBot.Indexing;

/// <summary>A ranked passage.</summary>
/// <param name="Ordinal">Its number in the index, from 0; ties rank by it.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The sum of its terms' BM25 scores.</param>
public sealed record PassageHit(int Ordinal, Passage Passage, float Score);
