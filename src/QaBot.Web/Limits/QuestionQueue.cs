using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using QaBot.Answering;
using QaBot.Web.Asking;
using QaBot.Web.Faults;

namespace QaBot.Web.Limits;

/// <summary>The one queue of questions: so many are worked on, so many wait, and the others are told when to come back.</summary>
/// <param name="options">How many.</param>
/// <param name="site">Says when questions have to end.</param>
internal sealed class QuestionQueue(WebOptions options, WebSite site) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(
        new ConcurrencyLimiterOptions { PermitLimit = options.Concurrency, QueueLimit = options.QueueCapacity, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Waits for a place, and before that for the turn of a conversation, so that what waits for it holds no place. The end of the response gives both back.</summary>
    /// <param name="context">The request.</param>
    /// <param name="conversation">The conversation that is continued, or null.</param>
    /// <returns>Null, or why there is no place.</returns>
    public async Task<ProblemHttpResult?> EnterAsync(HttpContext context, SharedConversation? conversation = null)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, site.Ending);
        try
        {
            if (conversation is not null)
            {
                if (await conversation.EnterAsync(TimeSpan.FromSeconds(options.QuestionTimeout), either.Token).ConfigureAwait(false) is not { } turn)
                {
                    return RequestLimits.Refuse(context);
                }

                context.Response.RegisterForDispose(turn);
            }

            var place = await _places.AcquireAsync(permitCount: 1, either.Token).ConfigureAwait(false);
            context.Response.RegisterForDispose(place);
            return place.IsAcquired ? null : RequestLimits.Refuse(context);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, Unanswered.Ending);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
