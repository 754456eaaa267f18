using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using QaBot.Answering;
using QaBot.Web.Asking;
using QaBot.Web.Faults;
using QaBot.Web.Hosting;

namespace QaBot.Web.Completions;

/// <summary>What chat front ends for OpenAI's models ask: the models, and answers.</summary>
/// <param name="questions">Asks.</param>
/// <param name="transcript">Makes conversations of messages.</param>
/// <param name="options">Under which address others open the page.</param>
/// <param name="time">The clock.</param>
internal sealed class CompletionEndpoints(Questions questions, Transcript transcript, WebOptions options, TimeProvider time)
{
    private const string Done = "[DONE]";
    private static readonly JsonSerializerOptions Names = WebJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary>The models, which are one.</summary>
    public IResult Models() => TypedResults.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray(Described()) });

    /// <summary>A model.</summary>
    public IResult Model(string model) => model == CompletionWriter.Model ? TypedResults.Json(Described()) : Unknown(model);

    /// <summary>Answers the last message of the user, from the documents and with citations, in the form of OpenAI's chat completions.</summary>
    public async Task<IResult> CompleteAsync(HttpContext context)
    {
        var (request, fault) = await JsonBody.ReadAsync<CompletionRequest>(context, Names).ConfigureAwait(false);
        fault ??= request!.Model is { } model && model != CompletionWriter.Model ? Unknown(model) : Unserved(request!) is { } sentence ? Refused(sentence) : null;
        if (fault is not null)
        {
            return fault;
        }

        var (question, conversation) = transcript.Read([.. request!.Messages!.OfType<CompletionMessage>()]);
        if (question is null)
        {
            return Refused("There is no question: the last message of the user has to have a text, and no other parts.");
        }

        if (questions.Refusal(question) is { } refusal)
        {
            return Refused(refusal);
        }

        var steps = questions.StreamAsync(question, conversation, context.RequestAborted);
        var writer = new CompletionWriter(time.GetUtcNow(), PageOf(context.Request));
        if (request.Stream == true)
        {
            return TypedResults.ServerSentEvents(EventsAsync(steps, writer, request.StreamOptions?.IncludeUsage == true).Select(data => new SseItem<string>(data)));
        }

        var last = await Questions.LastAsync(steps).ConfigureAwait(false);
        if (last.Problem is { } problem)
        {
            return Problem.Of(problem.Status, problem.Detail);
        }

        var (answer, content) = (last.Update!.Answer!, CompletionText.Of(last.Update.Answer!));
        transcript.Remember(answer, content);
        return TypedResults.Json(writer.Whole(answer, content), WebJson.Lenient);
    }

    private static string? Unserved(CompletionRequest request) =>
        request.Messages is null or { Count: 0 } || request.Messages.Any(message => message is null) ? "There are no messages: send the conversation, the question as its last message."
        : request.N is not null and not 1 ? "There is one answer to a question: leave out n, or make it 1."
        : !request.IsForText ? "Answers are text: leave out response_format."
        : null;

    /// <summary>The data of the events: each sentence when it is verified, or the answer, and then where its markers lead.</summary>
    private async IAsyncEnumerable<string> EventsAsync(IAsyncEnumerable<AskStep> steps, CompletionWriter writer, bool includeUsage)
    {
        yield return Text(writer.First());
        var shown = new StringBuilder();
        await foreach (var step in steps.ConfigureAwait(false))
        {
            if (step.Problem is { } problem)
            {
                yield return JsonSerializer.Serialize(CompletionErrors.Of(problem.Status, problem.Detail), WebJson.Lenient);
                yield break;
            }

            if (PieceOf(step.Update!, shown.ToString()) is { Length: > 0 } piece)
            {
                shown.Append(piece);
                yield return Text(writer.Piece(piece));
            }

            if (step.Update!.Answer is { } answer)
            {
                transcript.Remember(answer, shown.ToString());
                yield return Text(writer.Last(answer, shown.ToString()));
                if (includeUsage)
                {
                    yield return Text(writer.Cost(answer));
                }
            }
        }

        yield return Done;
    }

    private static string? PieceOf(AnswerUpdate update, string shown)
    {
        if (update.Sentence is { } sentence)
        {
            return shown.Length == 0 ? sentence.Text : " " + sentence.Text;
        }

        // What is shown begins the answer; if it did not, the answer would follow it whole.
        return update.Answer is not { } answer ? null
            : CompletionText.Of(answer) is var whole && whole.StartsWith(shown, StringComparison.Ordinal) ? whole[shown.Length..] : "\n\n" + whole;
    }

    /// <summary>The address of the page as others open it, or else as this request was sent to it.</summary>
    private string PageOf(HttpRequest request) => options.PublicUrl.Length > 0 ? options.PublicUrl : $"{request.Scheme}://{request.Host}";

    private JsonObject Described() =>
        new() { ["id"] = CompletionWriter.Model, ["object"] = "model", ["created"] = _started.ToUnixTimeSeconds(), ["owned_by"] = CompletionWriter.Model };

    private static string Text(JsonObject data) => data.ToJsonString(WebJson.Lenient);

    private static ProblemHttpResult Refused(string sentence) => Problem.Of(StatusCodes.Status400BadRequest, sentence);

    private static ProblemHttpResult Unknown(string model) => TypedResults.Problem(
        detail: $"There is no model “{model}”: it is {CompletionWriter.Model}.",
        statusCode: StatusCodes.Status404NotFound,
        extensions: [new(CompletionErrors.Code, CompletionErrors.NoModel)]);
}
