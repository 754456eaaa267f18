namespace QaBot.Discord.Operations;

/// <summary>What a check has found.</summary>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Remedy">What to click or do, or null.</param>
public sealed record Finding(bool IsGood, string Text, string? Remedy = null);
