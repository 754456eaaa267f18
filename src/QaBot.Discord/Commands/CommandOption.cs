namespace QaBot.Discord.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Kind">What is given.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="LongestText">The most characters that a text may have, 1 to 6,000; null for Discord's own limit.</param>
public sealed record CommandOption(string Name, string Description, CommandOptionKind Kind, bool IsRequired = false, int? LongestText = null)
{
    /// <summary>Whether the bot suggests values while it is typed.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>Name and description in other languages, by Discord's names of these.</summary>
    public IReadOnlyDictionary<string, CommandText> Translations { get; init; } = CommandText.None;
}
