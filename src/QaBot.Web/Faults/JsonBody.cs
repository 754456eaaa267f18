using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using QaBot.Web.Hosting;

namespace QaBot.Web.Faults;

/// <summary>Reads the JSON of a request, or says what is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>A larger body is refused.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Reads one object.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">What is taken; null for nothing but what the type has.</param>
    /// <returns>The object, or the fault.</returns>
    public static async Task<(T? Value, ProblemHttpResult? Fault)> ReadAsync<T>(HttpContext context, JsonSerializerOptions? options = null)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, "The body has to be JSON: send it with Content-Type: application/json."));
        }

        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, options ?? WebJson.Strict, context.RequestAborted).ConfigureAwait(false);
            return value is null ? (null, Unexpected("$")) : (value, null);
        }
        catch (JsonException e)
        {
            return (null, Unexpected(e.Path));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problem.Of(e.StatusCode, ExceptionFaults.Sentence(e)));
        }
    }

    /// <summary>A body that is no JSON in UTF-8, or not of the form that the endpoint takes.</summary>
    /// <param name="path">Where, as a JSON path; null for not known.</param>
    public static ProblemHttpResult Unexpected(string? path) => Problem.Of(
        StatusCodes.Status400BadRequest, $"The body is not what is taken here (at {path ?? "$"}): /openapi/v1.json describes it, and it has to be JSON in UTF-8.");
}
