using System.Globalization;
using System.Net.Http.Headers;

namespace QaBot.Discord.Rest;

/// <summary>What a response says of the bucket that its request came out of.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Remaining">Requests left in this one.</param>
/// <param name="ResetAfter">Until the next one.</param>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits#header-format.</remarks>
internal sealed record RateLimit(string? Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    /// <summary>Reads the headers, or gives null where they are not all there.</summary>
    public static RateLimit? Read(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Limit") is { } limit and >= 1 and < int.MaxValue
        && Number(headers, "X-RateLimit-Remaining") is { } remaining and < int.MaxValue
        && Number(headers, "X-RateLimit-Reset-After") is { } seconds and < 1e6
            ? new RateLimit(Text(headers, "X-RateLimit-Bucket"), (int)limit, (int)remaining, TimeSpan.FromSeconds(seconds)) : null;

    /// <summary>A header's text.</summary>
    public static string? Text(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    /// <summary>A header's number, at least 0.</summary>
    public static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
