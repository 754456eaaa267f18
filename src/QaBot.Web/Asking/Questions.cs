using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Web.Faults;

namespace QaBot.Web.Asking;

/// <summary>Asks, within the time that a question may take.</summary>
/// <param name="answerer">What answers.</param>
/// <param name="options">The options.</param>
/// <param name="site">Says when questions have to end.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told what goes wrong.</param>
internal sealed partial class Questions(QuestionAnswerer answerer, WebOptions options, WebSite site, TimeProvider time, ILogger<Questions> log)
{
    private readonly ILogger _log = log;

    /// <summary>Why a question is refused, or null.</summary>
    public string? Refusal(string question) => answerer.Refusal(question);

    /// <summary>Asks.</summary>
    /// <param name="question">The question.</param>
    /// <param name="conversation">What was asked before.</param>
    /// <param name="cancellationToken">Stops it: the client has gone.</param>
    public async IAsyncEnumerable<AskStep> StreamAsync(string question, Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.QuestionTimeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, site.Ending);
        await using var updates = answerer.StreamAsync(question, conversation, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(updates, cancellationToken).ConfigureAwait(false) is { } step)
        {
            yield return step;
            if (step.Problem is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>The answer or the problem, without the steps before.</summary>
    public static async Task<AskStep> LastAsync(IAsyncEnumerable<AskStep> steps) =>
        await steps.LastAsync(step => step.Problem is not null || step.Update!.Answer is not null).ConfigureAwait(false);

    private async Task<AskStep?> NextAsync(IAsyncEnumerator<AnswerUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false) ? new AskStep(updates.Current) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AskStep(Problem: Problem.Late(
                StatusCodes.Status503ServiceUnavailable, site.Ending.IsCancellationRequested ? Unanswered.Ending : Unanswered.Late));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
            return new AskStep(Problem: Problem.Late(StatusCodes.Status500InternalServerError, "The question could not be answered: the server's log says why."));
        }
    }

    [LoggerMessage(90, LogLevel.Error, "A question could not be answered.")]
    private partial void Failed(Exception exception);
}
