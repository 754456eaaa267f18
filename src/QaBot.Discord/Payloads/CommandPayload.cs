using QaBot.Discord.Commands;

namespace QaBot.Discord.Payloads;

/// <summary>A slash command to be registered.</summary>
internal sealed record CommandPayload(string Name, string Description, int Type, IReadOnlyList<CommandOptionPayload>? Options)
{
    private const int ChatInput = 1;

    public static CommandPayload Of(SlashCommand command) => new(
        command.Name,
        command.Description,
        ChatInput,
        command.Options.Count == 0 ? null : [.. command.Options.Select(CommandOptionPayload.Of)]);
}
