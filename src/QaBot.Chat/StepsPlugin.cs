using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Conversations;

namespace QaBot.Chat;

/// <summary>The steps of a question as functions of a kernel: for the orchestrator, whose turn is in the kernel's data, and for any other program.</summary>
/// <param name="answerer">What is asked.</param>
internal sealed class StepsPlugin(QuestionAnswerer answerer)
{
    public const string Name = "QaBotSteps";
    public const string Resolve = "resolve";
    public const string Search = "search";
    public const string Word = "word";
    public const string Read = "read";
    public const string Verify = "verify";

    /// <summary>Reads a follow-up.</summary>
    [KernelFunction(Resolve)]
    [Description("Makes a question that leans on earlier ones stand by itself. Returns the question as it is when it does already.")]
    public async Task<string> ResolveAsync(
        Kernel kernel,
        [Description("The question.")] string question,
        [Description("The earlier questions of the conversation, one a line.")] string earlier = "",
        CancellationToken cancellationToken = default)
    {
        if (KernelTurn.Of(kernel) is { } turn)
        {
            return await turn.Inner.ResolveAsync(question, turn.Conversation).ConfigureAwait(false) ?? question;
        }

        var conversation = new Conversation();
        foreach (var line in earlier.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await answerer.AskAsync(line, conversation, cancellationToken).ConfigureAwait(false);
        }

        return answerer.Rules.Resolve(question, conversation) ?? question;
    }

    /// <summary>Finds passages.</summary>
    [KernelFunction(Search)]
    [Description("Finds the passages that a question is answered from, best first, each with its id.")]
    public async Task<string> SearchAsync(Kernel kernel, [Description("The question.")] string question, CancellationToken cancellationToken = default)
    {
        var turn = KernelTurn.Of(kernel);
        var found = await (turn?.Inner ?? Offline(cancellationToken)).SearchAsync(question).ConfigureAwait(false);
        if (turn is not null)
        {
            turn.Found = found;
        }

        return QaBotPlugin.Passages(found.Hits);
    }

    /// <summary>Has the model word an answer.</summary>
    [KernelFunction(Word)]
    [Description("Streams the sentences of a model's answer that the passages support, each with the numbers of its citations.")]
    public async IAsyncEnumerable<VerifiedSentence> WordAsync(
        Kernel kernel, [Description("The question.")] string question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (KernelTurn.Of(kernel) is { } turn)
        {
            await foreach (var sentence in turn.Inner.WordAsync(question, turn.Found!).ConfigureAwait(false))
            {
                yield return sentence;
            }

            yield break;
        }

        await foreach (var update in answerer.StreamAsync(question, conversation: null, cancellationToken).ConfigureAwait(false))
        {
            if (update.Sentence is { } sentence)
            {
                yield return sentence;
            }
        }
    }

    /// <summary>Answers in the source's own sentences.</summary>
    [KernelFunction(Read)]
    [Description("Answers a question in the source's own sentences, each with the number of its citation, or says that it has no answer.")]
    public async Task<string> ReadAsync(Kernel kernel, [Description("The question.")] string question, CancellationToken cancellationToken = default)
    {
        if (KernelTurn.Of(kernel) is { } turn)
        {
            turn.Conclusion = await turn.Inner.ConcludeAsync(question, turn.Found!).ConfigureAwait(false);
            return turn.Conclusion.Draft.Text;
        }

        var offline = Offline(cancellationToken);
        return (await offline.ConcludeAsync(question, await offline.SearchAsync(question).ConfigureAwait(false)).ConfigureAwait(false)).Draft.Text;
    }

    /// <summary>Verifies an answer.</summary>
    [KernelFunction(Verify)]
    [Description("Checks an answer against its source: quotes, offsets, markers, short answer. Returns what is wrong with it, one fault a line; nothing when it holds.")]
    public async Task<string> VerifyAsync(Kernel kernel, [Description("The JSON object that QaBot.ask gave.")] string answer, [Description("The question as read.")] string question = "")
    {
        if (KernelTurn.Of(kernel) is { } turn)
        {
            turn.Verified = await turn.Inner.VerifyAsync(question, turn.Conclusion!.Draft).ConfigureAwait(false);
            return turn.Verified == turn.Conclusion.Draft ? "" : "The answer is not supported.";
        }

        return string.Join('\n', Faults(AnswerJson.Parse(answer)));
    }

    private IEnumerable<string> Faults(AnswerJson answer)
    {
        var citations = answer.Citations.Select(citation => citation.ToCitation()).ToList();
        return citations.Contains(null) ? ["A citation has no range."] : CitationVerifier.Verify(
            answer.Outcome == "answered" ? AnswerOutcome.Answered : AnswerOutcome.Abstained,
            answer.Answer,
            answer.ShortAnswer,
            [.. citations.Select(citation => citation!)],
            answerer.Corpus,
            answer.ReadAs ?? answer.Question,
            answer.ToAbstentionReason()).Select(fault => fault.Message);
    }

    private OfflineTurn Offline(CancellationToken cancellationToken) => new(answerer, cancellationToken);
}
