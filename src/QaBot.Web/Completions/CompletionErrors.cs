using Microsoft.AspNetCore.Http;
using QaBot.Web.Faults;
using QaBot.Web.Hosting;

namespace QaBot.Web.Completions;

/// <summary>Writes problems under <c>/v1</c> as OpenAI's clients expect them.</summary>
internal sealed class CompletionErrors : IProblemDetailsWriter
{
    /// <summary>The code of a model that is not there.</summary>
    public const string NoModel = "model_not_found";

    /// <summary>The member of a problem that has its code, where its status does not say it.</summary>
    public const string Code = "code";

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problem.Complete(context);
        var (problem, response) = (context.ProblemDetails, context.HttpContext.Response);
        var error = Of(problem.Status ?? response.StatusCode, problem.Detail ?? problem.Title ?? "The request failed.", problem.Extensions.TryGetValue(Code, out var code) ? code as string : null);
        await response.WriteAsJsonAsync(error, WebJson.Lenient).ConfigureAwait(false);
    }

    /// <summary>The object of an error.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="code">The error's code, or null for that of the status.</param>
    public static CompletionErrorJson Of(int status, string message, string? code = null) =>
        new(new CompletionError(message, Kind(status), code == NoModel ? "model" : null, code ?? CodeOf(status)));

    private static string Kind(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "requests",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private static string? CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "invalid_api_key",
        StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
        _ => null,
    };
}
