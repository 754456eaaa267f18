using QaBot.Discord.Languages;

namespace QaBot.Discord.Commands;

/// <summary>The bot's commands.</summary>
public static class BotCommands
{
    internal const string Ask = "ask";
    internal const string Question = "question";
    internal const string Private = "private";
    internal const string Source = "source";
    internal const string Place = "place";
    internal const string About = "about";
    internal const string Help = "help";
    internal const string Forget = "forget";
    internal const string Setup = "setup";
    internal const string Channels = "channels";
    internal const string Threads = "threads";
    internal const string AskAboutMessage = "Ask about this message";
    internal const int LongestQuestion = 1000;
    private const int LongestPlace = 200;

    /// <summary>All of them, as they are registered.</summary>
    public static IReadOnlyList<BotCommand> All { get; } =
    [
        Command(
            Ask,
            Option(Ask, Question, CommandOptionKind.Text) with { IsRequired = true, LongestText = LongestQuestion },
            Option(Ask, Private, CommandOptionKind.Flag)),
        Command(Source, Option(Source, Place, CommandOptionKind.Text) with { LongestText = LongestPlace, IsSuggested = true }),
        Command(Help),
        Command(About),
        Command(Forget),
        Command(
            Setup,
            Option(Setup, Channels, CommandOptionKind.Text),
            Option(Setup, Threads, CommandOptionKind.Flag),
            Option(Setup, Private, CommandOptionKind.Flag)) with { IsForManagers = true },
        Command(AskAboutMessage) with { IsForMessages = true },
    ];

    private static BotCommand Command(string name, params IReadOnlyList<CommandOption> options) =>
        new(name, Phrasebook.English.Commands[name].Description, options) { Translations = Translations(book => book.Commands[name]) };

    private static CommandOption Option(string command, string name, CommandOptionKind kind) =>
        new(name, Phrasebook.English.Commands[command].Options![name].Description, kind) { Translations = Translations(book => book.Commands[command].Options![name]) };

    private static Dictionary<string, CommandText> Translations(Func<Phrasebook, CommandText> text) =>
        Phrasebook.All.Where(book => book != Phrasebook.English).SelectMany(book => book.Locales.Select(locale => (locale, Text: text(book)))).ToDictionary(pair => pair.locale, pair => pair.Text);
}
