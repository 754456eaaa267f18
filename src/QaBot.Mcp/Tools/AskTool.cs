using System.Text.Json;
using ModelContextProtocol.Protocol;
using QaBot.Answering;

namespace QaBot.Mcp.Tools;

/// <summary>Answers a question: the object of <c>--json</c>, and the answer as it is read.</summary>
/// <param name="answerer">What answers.</param>
/// <param name="patience">How long a question may take.</param>
/// <param name="ending">Cancelled when questions have to end.</param>
internal sealed class AskTool(QuestionAnswerer answerer, TimeSpan patience, CancellationToken ending) : CorpusTool(
    "ask",
    "Ask the documents",
    """
    Answers one question from the documents, with the exact words that say it. Take it first for any question of fact that the documents may answer: who, what, when, where, how much, why,
    yes or no. The question has to stand by itself (names, no "it" or "she" of an earlier turn) and be in English. Answered: short answer, one to three sentences with [n] markers,
    and for each marker the quote, the document and its UTF-16 offsets. Abstained: the documents do not say it, with the nearest sentences where there are any; do not answer from elsewhere then.
    """)
{
    /// <inheritdoc/>
    protected override async Task<CallToolResult> CallAsync(ToolInput input, CallProgress progress, CancellationToken cancellationToken)
    {
        var question = input.Text("question");
        using var limit = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, ending);
        Answer answer;
        try
        {
            answer = await AnswerAsync(question, progress, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolInputException(ending.IsCancellationRequested ? Unanswered.Ending : Unanswered.Late);
        }

        if (answer.Refusal is { } refusal)
        {
            throw new ToolInputException(refusal);
        }

        using var json = JsonDocument.Parse(AnswerJson.Of(answer).ToString());
        return Result(AnswerText.Of(answer), json.RootElement.Clone());
    }

    private async Task<Answer> AnswerAsync(string question, CallProgress progress, CancellationToken cancellationToken)
    {
        await progress.ReportAsync("Reading the passages.", cancellationToken).ConfigureAwait(false);
        Answer? answer = null;
        await foreach (var update in answerer.StreamAsync(question, conversation: null, cancellationToken).ConfigureAwait(false))
        {
            answer = update.Answer ?? answer;
            if (update.Sentence is { } sentence)
            {
                await progress.ReportAsync(sentence.Text, cancellationToken).ConfigureAwait(false);
            }
        }

        return answer!;
    }
}
