using QaBot.Citations;

namespace QaBot.Answering;

/// <summary>A sentence of an answer that has passed the gate.</summary>
/// <param name="Text">The sentence with its markers.</param>
/// <param name="Citations">The citations that its markers introduce; those of earlier sentences are not repeated.</param>
public sealed record VerifiedSentence(string Text, IReadOnlyList<Citation> Citations);
