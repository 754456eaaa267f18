namespace QaBot.Discord.Commands;

/// <summary>Name and description of a command or an option in a language.</summary>
/// <param name="Name">1 to 32 characters, lower case but for commands in the menu of a message.</param>
/// <param name="Description">1 to 100 characters; empty for a command in the menu of a message.</param>
/// <param name="Options">The same of its options, by their English names.</param>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#localization.</remarks>
public sealed record CommandText(string Name, string Description = "", IReadOnlyDictionary<string, CommandText>? Options = null)
{
    /// <summary>No translations.</summary>
    public static IReadOnlyDictionary<string, CommandText> None { get; } = new Dictionary<string, CommandText>();
}
