using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Web.Faults;
using QaBot.Web.Hosting;

namespace QaBot.Web.Verification;

/// <summary><c>POST /api/verify</c>: checks answers against the documents again.</summary>
/// <param name="audit">What checks them.</param>
internal sealed class VerifyEndpoint(AnswerAudit audit)
{
    /// <summary>One object a line.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>Takes an answer's object, an array of them, or one after the other; gives a line for each, as <c>qabot verify --json</c> prints them.</summary>
    public async Task<IResult> VerifyAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType() && context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(Lines, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, $"The body has to be JSON: send it with Content-Type: application/json or {Lines}.");
        }

        try
        {
            var verified = new StringBuilder();
            var line = 0;
            var values = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(context.Request.Body, topLevelValues: true, WebJson.Lenient, context.RequestAborted);
            await foreach (var value in values.ConfigureAwait(false))
            {
                foreach (var element in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
                {
                    line++;
                    if (Parse(element) is not { } answer)
                    {
                        return Problem.Of(StatusCodes.Status400BadRequest, $"Value {line} is not the JSON object of an answer: send what qabot ask --json printed.");
                    }

                    verified.Append(JsonSerializer.Serialize(new VerifiedJson(line, answer.Question ?? "", audit.Audit(answer)), WebJson.Lenient)).Append('\n');
                }
            }

            return line == 0 ? JsonBody.Unexpected(path: null) : TypedResults.Text(verified.ToString(), Lines);
        }
        catch (JsonException e)
        {
            return JsonBody.Unexpected(e.Path);
        }
        catch (BadHttpRequestException e)
        {
            return Problem.Of(e.StatusCode, ExceptionFaults.Sentence(e));
        }
    }

    private static AnswerJson? Parse(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object ? AnswerJson.Parse(element.GetRawText()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what a text is that is no UTF-8.
            return null;
        }
    }
}
