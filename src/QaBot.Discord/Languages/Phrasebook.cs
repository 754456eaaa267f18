using System.Globalization;
using System.Text.Json;
using QaBot.Discord.Commands;

namespace QaBot.Discord.Languages;

/// <summary>What the bot says by itself, in one language; answers are in the sources' own.</summary>
internal sealed class Phrasebook
{
    private static readonly string[] Names = ["en", "de", "fr", "es"];

    /// <summary>The languages it speaks, English first.</summary>
    public static IReadOnlyList<Phrasebook> All { get; } = [.. Names.Select(Read)];

    /// <summary>Where no other is known.</summary>
    public static Phrasebook English => All[0];

    /// <summary>Discord's names of the language.</summary>
    /// <remarks>https://discord.com/developers/docs/reference#locales.</remarks>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>What people write to say hello, in lower case without marks.</summary>
    public required IReadOnlyList<string> Hello { get; init; }

    /// <summary>What they write to be told what this is.</summary>
    public required IReadOnlyList<string> AsksForHelp { get; init; }

    /// <summary>What they write to say thanks.</summary>
    public required IReadOnlyList<string> Thanks { get; init; }

    /// <summary>The commands by their English names.</summary>
    public required IReadOnlyDictionary<string, CommandText> Commands { get; init; }

    /// <summary>What stands between groups of three digits.</summary>
    public required char Thousands { get; init; }

    /// <summary>How a follow-up was understood; {0} is the question.</summary>
    public required string ReadAs { get; init; }

    /// <summary>An abstention: the sources do not say.</summary>
    public required string NotInSource { get; init; }

    /// <summary>An abstention: the sources say otherwise.</summary>
    public required string FalsePremise { get; init; }

    /// <summary>An abstention: it is no question for the sources.</summary>
    public required string OutOfScope { get; init; }

    /// <summary>A question that is not taken, where nothing says why.</summary>
    public required string Refused { get; init; }

    /// <summary>The question is empty.</summary>
    public required string RefusedEmpty { get; init; }

    /// <summary>The question is too long: {0} characters.</summary>
    public required string RefusedTooLong { get; init; }

    /// <summary>The question has characters that are no text.</summary>
    public required string RefusedNotText { get; init; }

    /// <summary>The question is in the language {0}.</summary>
    public required string HintOtherLanguage { get; init; }

    /// <summary>A list may have more items.</summary>
    public required string HintMoreItems { get; init; }

    /// <summary>The part {0} of the question has no answer.</summary>
    public required string HintOtherPart { get; init; }

    /// <summary>What may be asked instead; {0} are questions.</summary>
    public required string CouldAsk { get; init; }

    /// <summary>A place in a text without headings; {0} is a percentage.</summary>
    public required string PartOfText { get; init; }

    /// <summary>What stands on the menu of citations, at most 150 characters.</summary>
    public required string ChooseCitation { get; init; }

    /// <summary>On the button that leads to the source's page.</summary>
    public required string OpenOnTheWeb { get; init; }

    /// <summary>A question that met a fault.</summary>
    public required string Failed { get; init; }

    /// <summary>A question that comes while the bot stops.</summary>
    public required string Restarting { get; init; }

    /// <summary>A question for which the queue has no room.</summary>
    public required string Busy { get; init; }

    /// <summary>A question where the bot does not answer.</summary>
    public required string NotHere { get; init; }

    /// <summary>A question over the asker's limit {0}; another is taken in {1} seconds.</summary>
    public required string TooManyOfYours { get; init; }

    /// <summary>The same of a channel.</summary>
    public required string TooManyHere { get; init; }

    /// <summary>A reply whose text Discord keeps back.</summary>
    public required string Unreadable { get; init; }

    /// <summary>How it goes on in a thread that the bot has begun.</summary>
    public required string InThread { get; init; }

    /// <summary>A message without text that is asked about.</summary>
    public required string NothingInMessage { get; init; }

    /// <summary>A command that this version does not have.</summary>
    public required string UnknownCommand { get; init; }

    /// <summary>The same of a button.</summary>
    public required string UnknownButton { get; init; }

    /// <summary>A place {0} that no source has.</summary>
    public required string UnknownPlace { get; init; }

    /// <summary>A citation is wanted where nothing was asked.</summary>
    public required string NothingAsked { get; init; }

    /// <summary>A citation is wanted of an answer without any.</summary>
    public required string NoCitations { get; init; }

    /// <summary>A citation is wanted that the answer does not have; it has {0}.</summary>
    public required string Citations { get; init; }

    /// <summary>A text {0} that is no longer there.</summary>
    public required string Gone { get; init; }

    /// <summary>A text {0} that is another now.</summary>
    public required string Changed { get; init; }

    /// <summary>How many questions {0} and judgements {1} are deleted.</summary>
    public required string Forgotten { get; init; }

    /// <summary>A good judgement is taken.</summary>
    public required string Good { get; init; }

    /// <summary>A bad one is.</summary>
    public required string Bad { get; init; }

    /// <summary>A judgement of an answer that has expired.</summary>
    public required string NoAnswerToJudge { get; init; }

    /// <summary>The title of the form for a reason, at most 45 characters.</summary>
    public required string ReasonTitle { get; init; }

    /// <summary>What its field is for, at most 45 characters.</summary>
    public required string ReasonLabel { get; init; }

    /// <summary>Says hello.</summary>
    public required string Hi { get; init; }

    /// <summary>Answers thanks.</summary>
    public required string Welcome { get; init; }

    /// <summary>What the bot is about; {0} are titles.</summary>
    public required string Purpose { get; init; }

    /// <summary>How it is asked.</summary>
    public required string Ways { get; init; }

    /// <summary>Before the list of texts.</summary>
    public required string AboutSources { get; init; }

    /// <summary>A list has {0} more.</summary>
    public required string More { get; init; }

    /// <summary>A text's length {0} and version {1}.</summary>
    public required string Characters { get; init; }

    /// <summary>What is remembered for {0} hours.</summary>
    public required string Memory { get; init; }

    /// <summary>How a server is set up: channels {0}, threads {1}, private {2}.</summary>
    public required string SetupIs { get; init; }

    /// <summary>Channels where none are listed.</summary>
    public required string Everywhere { get; init; }

    /// <summary>Yes.</summary>
    public required string Yes { get; init; }

    /// <summary>No.</summary>
    public required string No { get; init; }

    /// <summary>Somebody else tries to set the bot up.</summary>
    public required string SetupForManagers { get; init; }

    /// <summary>It is tried outside a server.</summary>
    public required string SetupInServers { get; init; }

    /// <summary>The channels that are given are none.</summary>
    public required string SetupNoChannels { get; init; }

    /// <summary>More channels {1} are given than the most {0}.</summary>
    public required string SetupTooMany { get; init; }

    /// <summary>What threads need.</summary>
    public required string ThreadsNeed { get; init; }

    /// <summary>The phrasebook of a language of Discord's.</summary>
    public static Phrasebook Of(string locale) => All.FirstOrDefault(book => book.Locales.Contains(locale)) ?? English;

    /// <summary>A phrase with values in it.</summary>
    public static string Say(string phrase, params object[] values) => string.Format(CultureInfo.InvariantCulture, phrase, values);

    /// <summary>A whole number as it is written in the language.</summary>
    public string Number(int value) => value.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = Thousands.ToString() });

    private static Phrasebook Read(string name)
    {
        using var file = typeof(Phrasebook).Assembly.GetManifestResourceStream($"QaBot.Discord.Languages.{name}.json")!;
        return JsonSerializer.Deserialize(file, PhrasebookContext.Default.Phrasebook)!;
    }
}
