using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using QaBot.Web.Faults;

namespace QaBot.Web.Limits;

/// <summary>How many requests a client may make.</summary>
internal static class RequestLimits
{
    /// <summary>What a full queue is worth in time: some answers of the reader.</summary>
    private static readonly TimeSpan QueueWait = TimeSpan.FromSeconds(5);

    /// <summary>Sets the limits of each client: a bucket of tokens for questions and one for what else it asks.</summary>
    public static void Configure(RateLimiterOptions limiter, WebOptions options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var isQuestion = IsQuestion(context.GetEndpoint());
            return RateLimitPartition.GetTokenBucketLimiter(
                (isQuestion ? "question " : "request ") + Client(context.Connection.RemoteIpAddress),
                _ => Bucket(isQuestion ? options.QuestionsPerMinute : options.RequestsPerMinute));
        });
        limiter.OnRejected = async (rejected, _) =>
            await Refuse(rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null).ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
    }

    /// <summary>Refuses a request with the time after which there may be room.</summary>
    /// <param name="context">The request.</param>
    /// <param name="wait">The time; null where it is not known.</param>
    public static ProblemHttpResult Refuse(HttpContext context, TimeSpan? wait = null)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling((wait ?? QueueWait).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, $"There are too many requests: try again in {seconds} second{(seconds == 1 ? "" : "s")}.");
    }

    private static bool IsQuestion(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<QuestionMark>() is not null;

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1.0 / perMinute * Math.Max(1, perMinute / 60)),
        QueueLimit = 0,
    };

    /// <summary>Who asks: an address, of IPv6 the network that a household has.</summary>
    private static string Client(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
