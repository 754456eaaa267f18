namespace QaBot.Discord.Commands;

/// <summary>A command as it is registered with Discord.</summary>
/// <param name="Name">1 to 32 lower-case letters; of a command for messages any characters.</param>
/// <param name="Description">1 to 100 characters; empty for a command for messages.</param>
/// <param name="Options">Its options, required ones first.</param>
public sealed record BotCommand(string Name, string Description, params IReadOnlyList<CommandOption> Options)
{
    /// <summary>Whether it stands in the menu of a message instead of being typed.</summary>
    public bool IsForMessages { get; init; }

    /// <summary>Whether only those see it who manage a server, and only there.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>Name and description in other languages, by Discord's names of these.</summary>
    public IReadOnlyDictionary<string, CommandText> Translations { get; init; } = CommandText.None;
}
