using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QaBot.Answering;
using QaBot.Web.Faults;
using QaBot.Web.Hosting;
using QaBot.Web.Limits;

namespace QaBot.Web.Asking;

/// <summary><c>POST /api/ask</c>: the answer's object, or its steps as server-sent events where these are asked for.</summary>
/// <param name="questions">Asks.</param>
/// <param name="shelf">The conversations.</param>
/// <param name="queue">Where questions wait.</param>
internal sealed class AskEndpoint(Questions questions, ConversationShelf shelf, QuestionQueue queue)
{
    /// <summary>The media type of server-sent events.</summary>
    public const string Events = "text/event-stream";

    /// <summary>Answers one question.</summary>
    public async Task<IResult> AskAsync(HttpContext context)
    {
        var (request, fault) = await JsonBody.ReadAsync<AskRequest>(context).ConfigureAwait(false);
        if (fault is not null)
        {
            return fault;
        }

        if (questions.Refusal(request!.Question) is { } refusal)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal);
        }

        var conversation = shelf.Open(request.Conversation);
        if (await queue.EnterAsync(context, conversation).ConfigureAwait(false) is { } full)
        {
            return full;
        }

        var steps = questions.StreamAsync(request.Question, conversation.Conversation, context.RequestAborted);
        if (context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase)))
        {
            return TypedResults.ServerSentEvents(steps.Select(step => EventOf(step, conversation.Id)));
        }

        var last = await Questions.LastAsync(steps).ConfigureAwait(false);
        return last.Problem is { } problem ? Problem.Of(problem.Status, problem.Detail) : TypedResults.Ok(AnswerJson.Of(last.Update!.Answer!, conversation.Id));
    }

    private static SseItem<string> EventOf(AskStep step, string conversation) => step switch
    {
        { Problem: { } problem } => Event("problem", problem),
        { Update.ReadAs: { } readAs } => Event("read-as", new ReadAsJson(readAs)),
        { Update.Sentence: { } sentence } => Event("sentence", new SentenceJson(sentence.Text, [.. sentence.Citations.Select(CitationJson.Of)])),
        _ => Event("answer", AnswerJson.Of(step.Update!.Answer!, conversation)),
    };

    private static SseItem<string> Event<T>(string type, T data) => new(JsonSerializer.Serialize(data, WebJson.Lenient), type);
}
