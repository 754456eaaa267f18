using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using QaBot.Conversations;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Questions;

/// <summary>Says what the bot is about, and two questions that it can answer.</summary>
/// <param name="names">What the sources are called.</param>
/// <param name="ask">What answers; it has questions ready for one who asks it about itself.</param>
/// <param name="log">The log.</param>
internal sealed partial class Welcome(SourceNames names, AskQuestion ask, ILogger log)
{
    private const string AboutItself = "What can you do?";
    private const int LongestExamples = 500;
    private IReadOnlyList<string>? _examples;

    /// <summary>What is said to the bot itself, and in which language; null for a question. Nothing at all asks for help.</summary>
    public static (Greeting Kind, Phrasebook Phrases)? Find(string text)
    {
        var said = text == "?" ? text : Marks().Replace(text, "").ToLower(CultureInfo.InvariantCulture);
        return said.Length == 0 ? (Greeting.Help, Phrasebook.English)
            : Phrasebook.All.Select(phrases => Kind(said, phrases) is { } kind ? (kind, phrases) : ((Greeting, Phrasebook)?)null).FirstOrDefault(found => found is not null);
    }

    /// <summary>The message.</summary>
    public async Task<OutgoingMessage> SayAsync(Greeting greeting, Phrasebook phrases, CancellationToken cancellationToken)
    {
        var examples = await ExamplesAsync(cancellationToken).ConfigureAwait(false);
        string?[] lines =
        [
            greeting switch { Greeting.Hello => phrases.Hi, Greeting.Thanks => phrases.Welcome, _ => null },
            Phrasebook.Say(phrases.Purpose, Markdown.Escape(names.All)),
            examples.Count == 0 ? null : Phrasebook.Say(phrases.CouldAsk, Markdown.Escape(AnswerRenderer.Shorten(string.Join(" ", examples), LongestExamples))),
            greeting == Greeting.Thanks ? null : "-# " + phrases.Ways,
        ];
        return new OutgoingMessage(string.Join('\n', lines.OfType<string>()));
    }

    private static Greeting? Kind(string said, Phrasebook phrases) => phrases.AsksForHelp.Contains(said) ? Greeting.Help
        : phrases.Hello.Contains(said) ? Greeting.Hello
        : phrases.Thanks.Contains(said) ? Greeting.Thanks
        : null;

    /// <summary>What stands before and behind the words, emoji too.</summary>
    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")]
    private static partial Regex Marks();

    /// <summary>Questions that the sources answer, found once; none where that fails, and what the bot is about is said all the same.</summary>
    private async Task<IReadOnlyList<string>> ExamplesAsync(CancellationToken cancellationToken)
    {
        if (_examples is not null)
        {
            return _examples;
        }

        try
        {
            IReadOnlyList<string> examples = [];
            await foreach (var answer in ask(AboutItself, new Conversation(), cancellationToken).ConfigureAwait(false))
            {
                examples = answer.Suggestions;
            }

            return _examples = examples;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ReaderLog.NoExamples(log, e.Message);
            return [];
        }
    }
}
