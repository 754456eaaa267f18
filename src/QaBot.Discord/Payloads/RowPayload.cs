namespace QaBot.Discord.Payloads;

/// <summary>A row of buttons.</summary>
internal sealed record RowPayload(IReadOnlyList<ButtonPayload> Components)
{
    public int Type { get; } = 1;
}
