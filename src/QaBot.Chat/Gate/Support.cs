using QaBot.Citations;

namespace QaBot.Chat.Gate;

/// <summary>What supports a sentence.</summary>
/// <param name="Citations">The citations, without their numbers: the sentence that says it, and one that names whom its pronoun stands for.</param>
/// <param name="Share">The share of the sentence's content words that they have, 0 to 1.</param>
internal sealed record Support(IReadOnlyList<Citation> Citations, double Share);
