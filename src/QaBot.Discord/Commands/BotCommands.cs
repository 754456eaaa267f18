namespace QaBot.Discord.Commands;

/// <summary>The bot's slash commands.</summary>
public static class BotCommands
{
    internal const string Ask = "ask";
    internal const string Question = "question";
    internal const string Private = "private";
    internal const string Source = "source";
    internal const string Place = "place";
    internal const string About = "about";
    internal const string Forget = "forget";
    private const int LongestQuestion = 1000;

    /// <summary>All of them, as they are registered.</summary>
    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new(
            Ask,
            "Ask the sources a question; every sentence of the answer is cited",
            new CommandOption(Question, "What you want to know", CommandOptionKind.Text, IsRequired: true, LongestText: LongestQuestion),
            new CommandOption(Private, "Show the answer only to you", CommandOptionKind.Flag)),
        new(
            Source,
            "Show the source where it is cited",
            new CommandOption(Place, "A number of your last answer here (2), or a passage (name.txt#12); without it, 1", CommandOptionKind.Text, LongestText: 200)),
        new(About, "What this bot is, what it answers from, and what it remembers"),
        new(Forget, "Delete what you have asked, and your judgements of answers"),
    ];
}
