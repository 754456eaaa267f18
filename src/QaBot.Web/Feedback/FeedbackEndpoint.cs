using Microsoft.AspNetCore.Http;
using QaBot.Web.Asking;
using QaBot.Web.Faults;

namespace QaBot.Web.Feedback;

/// <summary><c>POST /api/feedback</c>.</summary>
/// <param name="shelf">The conversations.</param>
/// <param name="keep">Keeps it.</param>
internal sealed class FeedbackEndpoint(ConversationShelf shelf, KeepFeedback keep)
{
    private const int LongestReason = 1000;

    /// <summary>Keeps a judgement of an answer that was given in a conversation which is remembered.</summary>
    public async Task<IResult> KeepAsync(HttpContext context)
    {
        var (request, fault) = await JsonBody.ReadAsync<FeedbackRequest>(context).ConfigureAwait(false);
        if (fault is not null)
        {
            return fault;
        }

        if (request!.Reason?.Length > LongestReason)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, $"The reason is too long: give it in at most {LongestReason} characters.");
        }

        var answer = shelf.Find(request.Conversation) is { } conversation
            ? await conversation.FindAsync(request.Question, context.RequestAborted).ConfigureAwait(false)
            : null;
        if (answer is null)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "That question was not asked in a conversation that is remembered: ask it again.");
        }

        keep(new AnswerFeedback(request.Conversation, answer, request.Value == FeedbackValue.Up, request.Reason));
        return TypedResults.NoContent();
    }
}
