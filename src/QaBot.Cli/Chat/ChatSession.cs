using System.Runtime.CompilerServices;
using QaBot.Answering;
using QaBot.Cli.Commands;
using QaBot.Cli.Sources;
using QaBot.Conversations;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Cli.Chat;

/// <summary>A conversation, line by line: a question, or a command that begins with a slash.</summary>
/// <param name="library">What is asked about.</param>
/// <param name="answerer">What answers.</param>
/// <param name="output">Where answers go.</param>
/// <param name="interruption">What lets Ctrl+C end an answer and not the chat, or null where nobody is at the keyboard.</param>
internal sealed class ChatSession(Library library, QuestionAnswerer answerer, IChatOutput output, Interruption? interruption)
{
    private const string Help = """
        /sources   the citations of the last answer
        /source N  citation N where it stands; also a passage (name.txt#12) or a place (name.txt:100-200)
        /new       a fresh conversation
        /help      this
        /quit      leave, as Ctrl+D does; Ctrl+C ends an answer
        """;

    private readonly LastAnswer _memory = new();
    private Conversation _conversation = new();

    /// <summary>Answers until the lines end; for a person also until one is <c>/quit</c>. A program's line is a question unless it is <c>/new</c>.</summary>
    /// <param name="readLine">The next line, or null at the end.</param>
    /// <param name="cancellationToken">Ends the chat.</param>
    public async Task RunAsync(Func<CancellationToken, ValueTask<string?>> readLine, CancellationToken cancellationToken)
    {
        while (await readLine(cancellationToken) is { } line && (output.IsForPrograms || line.Trim() is not "/quit"))
        {
            if (output.IsForPrograms ? line.Trim() is "/new" : line.TrimStart().StartsWith('/'))
            {
                Command(line.Trim());
            }
            else if (output.IsForPrograms || !string.IsNullOrWhiteSpace(line))
            {
                await AnswerAsync(line, cancellationToken);
            }
        }
    }

    private async Task AnswerAsync(string question, CancellationToken cancellationToken)
    {
        using var answering = interruption?.BeginAnswer();
        try
        {
            var answer = await output.ShowAsync(Updates(question, answering?.Token ?? cancellationToken));
            if (answer.Outcome != AnswerOutcome.Refused && _memory.Save(AnswerJson.Of(answer), library.Settings) is { } notice)
            {
                output.Say(notice);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            output.Say("Stopped.");
        }
    }

    /// <summary>An answer whatever happens: a question that fails must not end the conversation.</summary>
    private async IAsyncEnumerable<AnswerUpdate> Updates(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = answerer.StreamAsync(question, _conversation, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            AnswerUpdate? failed = null;
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed = new AnswerUpdate(Answer: Failed(question, e));
            }

            yield return failed ?? updates.Current;
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    private static Answer Failed(string question, Exception e) => new()
    {
        Question = question,
        Outcome = AnswerOutcome.Refused,
        Refusal = $"The question failed: {e.Message}",
        Text = "",
        Engine = new EngineInfo(PassageIndex.Engine, "none", QuestionAnswerer.Version),
    };

    private void Command(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (command, rest) = space < 0 ? (line, "") : (line[..space], line[space..].Trim());
        switch (command)
        {
            case "/new":
                _conversation = new Conversation();
                break;
            case "/help":
                output.Say(Help);
                break;
            case "/sources":
                ShowSources();
                break;
            case "/source":
                ShowSource(rest.Trim('"'));
                break;
            default:
                output.Say($"There is no command {command}: /help lists them.");
                break;
        }
    }

    private void ShowSources()
    {
        if (LastAnswer is { Citations.Count: > 0 } answer)
        {
            output.Show(answer.Citations);
        }
        else
        {
            output.Say(LastAnswer is null ? "Nothing has been asked yet in this conversation." : "The last answer has no citations.");
        }
    }

    private void ShowSource(string place)
    {
        try
        {
            output.Show(SourceReference.Resolve(place.Length == 0 ? "1" : place, library, () => LastAnswer is { } answer
                ? AnswerJson.Of(answer)
                : throw CommandException.Usage("Nothing has been asked yet in this conversation.", "Ask something first.")));
        }
        catch (Exception e) when (e is CommandException or CorpusException)
        {
            output.Say(e is CommandException { Remedy: var remedy } ? $"{e.Message} {remedy}" : e.Message);
        }
    }

    private Answer? LastAnswer => _conversation.Turns.Count == 0 ? null : _conversation.Turns[^1].Answer;
}
