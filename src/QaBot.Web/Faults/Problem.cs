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

    /// <summary>The same where an answer of 200 has begun already: what is sent instead of the rest.</summary>
    public static ProblemJson Late(int status, string sentence) => new(status, sentence);
}
