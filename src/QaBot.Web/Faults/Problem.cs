using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace QaBot.Web.Faults;

/// <summary>What goes wrong with a request, as problem details (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>The answer to a request that is not carried out.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="sentence">What is wrong and what to do, in one sentence.</param>
    public static ProblemHttpResult Of(int status, string sentence) => TypedResults.Problem(detail: sentence, statusCode: status);

    /// <summary>Gives a refusal that has none its sentence: those of the framework, and of the check of names.</summary>
    public static void Complete(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
    {
        StatusCodes.Status400BadRequest => "The request is addressed to a name that is none of this server's: Web:Hosts has those besides loopback's.",
        StatusCodes.Status404NotFound => "There is nothing at this address: /openapi/v1.json lists what there is.",
        StatusCodes.Status415UnsupportedMediaType => "The body has to be JSON: send it with Content-Type: application/json.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method: /openapi/v1.json lists what there is.",
        _ => null,
    };

    /// <summary>The same where an answer of 200 has begun already: what is sent instead of the rest.</summary>
    public static ProblemJson Late(int status, string sentence) => new(status, sentence);
}
