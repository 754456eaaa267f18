using Microsoft.AspNetCore.Http;

namespace QaBot.Web.Limits;

/// <summary>Lets a question into the queue when its body is there: who sends it slowly holds no place.</summary>
/// <param name="next">What comes behind it.</param>
/// <param name="queue">The queue.</param>
internal sealed class QuestionGate(RequestDelegate next, QuestionQueue queue)
{
    /// <summary>Passes a request on, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<QuestionMark>() is not { } question)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        context.Request.Body = body;
        if (!question.WaitsItself && await queue.EnterAsync(context).ConfigureAwait(false) is { } refusal)
        {
            await refusal.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }
}
