using QaBot.Discord.Commands;

namespace QaBot.Discord.Payloads;

/// <summary>A command to be registered.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#application-command-object.</remarks>
internal sealed record CommandPayload(string Name, string? Description, int Type, IReadOnlyList<CommandOptionPayload>? Options)
{
    private const int ChatInput = 1;
    private const int MessageMenu = 3;
    private const int InServer = 0;
    private const int ManageGuild = 1 << 5;

    /// <summary>Installed to a server, and to a user.</summary>
    private static readonly int[] Installations = [0, 1];

    /// <summary>In servers, in direct messages with the bot, and among others.</summary>
    private static readonly int[] Everywhere = [InServer, 1, 2];

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    public IReadOnlyList<int>? Contexts { get; init; }

    public int? DefaultMemberPermissions { get; init; }

    public static CommandPayload Of(BotCommand command) => new(
        command.Name,
        command.IsForMessages ? null : command.Description,
        command.IsForMessages ? MessageMenu : ChatInput,
        command.Options.Count == 0 ? null : [.. command.Options.Select(CommandOptionPayload.Of)])
    {
        NameLocalizations = Names(command.Translations),
        DescriptionLocalizations = command.IsForMessages ? null : Descriptions(command.Translations),
        IntegrationTypes = command.IsForManagers ? [InServer] : Installations,
        Contexts = command.IsForManagers ? [InServer] : Everywhere,
        DefaultMemberPermissions = command.IsForManagers ? ManageGuild : null,
    };

    /// <summary>The commands without what some servers refuse although it is documented.</summary>
    public static CommandPayload[] Plain(IEnumerable<CommandPayload> commands) =>
    [
        .. commands.Where(command => command.Type == ChatInput).Select(command =>
            new CommandPayload(command.Name, command.Description, ChatInput, command.Options is null ? null : [.. command.Options.Select(option => option.Plain())])),
    ];

    internal static Dictionary<string, string>? Names(IReadOnlyDictionary<string, CommandText> translations) =>
        translations.Count == 0 ? null : translations.ToDictionary(pair => pair.Key, pair => pair.Value.Name);

    internal static Dictionary<string, string>? Descriptions(IReadOnlyDictionary<string, CommandText> translations) =>
        translations.Count == 0 ? null : translations.ToDictionary(pair => pair.Key, pair => pair.Value.Description);
}
