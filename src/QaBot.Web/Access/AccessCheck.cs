using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using QaBot.Web.Faults;

namespace QaBot.Web.Access;

/// <summary>Lets in whoever has the token, and no page of another site.</summary>
/// <remarks>
/// Programs send <c>Authorization: Bearer …</c> (RFC 6750). A browser asks for a name and a password (RFC 7617): any name, the token as the password; it sends them by
/// itself from then on, also from the page's scripts. Other sites cannot make use of that: a request that names another origin is refused, and bodies have to be JSON.
/// </remarks>
/// <param name="next">What comes behind it.</param>
/// <param name="options">The options.</param>
internal sealed class AccessCheck(RequestDelegate next, WebOptions options)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private readonly byte[]? _token = options.Token.Length == 0 ? null : Digest(options.Token);

    /// <summary>Passes a request on or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsOfAnotherSite(context.Request))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "Pages of other sites are not answered.").ExecuteAsync(context);
        }

        if (_token is null || context.Request.Path == "/healthz" || IsRight(context.Request.Headers.Authorization.ToString()))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = new[] { "Bearer realm=\"QaBot\"", "Basic realm=\"QaBot\", charset=\"UTF-8\"" };
        return Problem.Of(
            StatusCodes.Status401Unauthorized, "The server's token is needed: send Authorization: Bearer with it, or give it as the password in the browser.").ExecuteAsync(context);
    }

    private static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers.Origin.Count > 0 && !(request.Headers.Origin is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private bool IsRight(string authorization)
    {
        var given = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim()
            : authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) ? Password(authorization[Basic.Length..].Trim())
            : "";

        // Digests are of one length, so that the time of the comparison tells nothing.
        return CryptographicOperations.FixedTimeEquals(Digest(given), _token);
    }

    private static string Password(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password] ? password : "";
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
