using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QaBot.Web.Hosting;

namespace QaBot.Web.Completions;

/// <summary>Writes problems under <c>/v1</c> as OpenAI's clients expect them: https://platform.openai.com/docs/guides/error-codes.</summary>
internal sealed class CompletionErrors : IProblemDetailsWriter
{
    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        await context.HttpContext.Response.WriteAsJsonAsync(Of(status, problem.Detail ?? problem.Title ?? "The request failed."), WebJson.Lenient).ConfigureAwait(false);
    }

    /// <summary>The object of an error.</summary>
    public static JsonObject Of(int status, string message) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = Kind(status), ["param"] = status == StatusCodes.Status404NotFound ? "model" : null, ["code"] = Code(status) },
    };

    private static string Kind(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "requests",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private static string? Code(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "invalid_api_key",
        StatusCodes.Status404NotFound => "model_not_found",
        StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
        _ => null,
    };
}
