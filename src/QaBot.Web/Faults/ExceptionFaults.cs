using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QaBot.Web.Faults;

/// <summary>Makes problem details of what an endpoint throws.</summary>
/// <param name="log">Told what is no fault of the request.</param>
internal sealed partial class ExceptionFaults(ILogger<ExceptionFaults> log) : IExceptionHandler
{
    private readonly ILogger _log = log;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, sentence) = exception is BadHttpRequestException bad
            ? (bad.StatusCode, Sentence(bad))
            : (StatusCodes.Status500InternalServerError, "The request could not be carried out: the server's log says why.");
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Failed(exception);
        }

        await Problem.Of(status, sentence).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }

    /// <summary>What is wrong with a request that cannot be read.</summary>
    public static string Sentence(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The body is too large: at most {JsonBody.MostBytes:N0} bytes are read.",
        StatusCodes.Status408RequestTimeout => "The body came too slowly: send it again.",
        _ => "The request is not of the form that /openapi/v1.json describes: a number in its address is none, say.",
    };

    [LoggerMessage(91, LogLevel.Error, "A request could not be carried out.")]
    private partial void Failed(Exception exception);
}
