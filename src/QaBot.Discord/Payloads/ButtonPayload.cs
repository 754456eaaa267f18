using QaBot.Discord.Messages;

namespace QaBot.Discord.Payloads;

/// <summary>A button in Discord's secondary style.</summary>
internal sealed record ButtonPayload(string Label, string CustomId, bool? Disabled)
{
    public int Type { get; } = 2;

    public int Style { get; } = 2;

    public static ButtonPayload Of(Button button) => new(button.Label, button.CustomId, button.IsEnabled ? null : true);
}
