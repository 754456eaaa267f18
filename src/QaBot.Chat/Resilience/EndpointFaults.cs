using System.ClientModel;
using System.Globalization;
using System.Net.Sockets;
using Polly.CircuitBreaker;
using QaBot.Answering;
using QaBot.Chat.Endpoints;

namespace QaBot.Chat.Resilience;

/// <summary>Says in one line what a failed request means. What the endpoint said is not repeated: it may echo the key.</summary>
internal sealed class EndpointFaults(ChatEndpointOptions options, TimeProvider time, string section = "Chat")
{
    private readonly string _address = new Uri(options.Endpoint).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>The fault of an exception.</summary>
    /// <param name="thrown">What was thrown, but for a cancellation by the caller.</param>
    /// <param name="hasBegun">Whether the answer had begun.</param>
    public ChatFaultException Of(Exception thrown, bool hasBegun = false) => thrown switch
    {
        ChatFaultException fault => fault,
        BrokenCircuitException => New(ChatFault.CircuitOpen, "failed too often and is left alone for a while."),
        OperationCanceledException => New(ChatFault.TimedOut, string.Create(CultureInfo.InvariantCulture, $"did not answer within {options.AttemptTimeout} s.")),
        ClientResultException { Status: > 0 } result => OfStatus(result.Status, RetryAfter(result)),
        RefusedRequestException refused => New(ChatFault.BadRequest, string.Create(CultureInfo.InvariantCulture, $"does not take the request ({refused.Status}): it names {refused.Refusal.Field}.")),
        EndpointErrorException when hasBegun => New(ChatFault.Cut, "broke the answer off with an error."),
        EndpointErrorException error => OfStatus(error.Status, wait: null),
        ClientResultException or HttpRequestException or IOException or SocketException or AggregateException =>
            hasBegun ? New(ChatFault.Cut, "broke the answer off.") : New(ChatFault.Unreachable, "cannot be reached."),

        // What the package throws of an answer in another form: JsonException, InvalidOperationException, ArgumentOutOfRangeException …
        _ => New(ChatFault.Malformed, "sent something that cannot be read."),
    };

    /// <summary>Whether a fault may be gone when the request is made again.</summary>
    public static bool IsTransient(ChatFault fault) => fault is ChatFault.TimedOut or ChatFault.Unreachable or ChatFault.Throttled or ChatFault.ServerError;

    private ChatFaultException OfStatus(int code, TimeSpan? wait)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"({code})");
        return code switch
        {
            401 or 403 => New(ChatFault.WrongKey, $"does not take the key {status}: check {section}:ApiKey."),
            404 => New(ChatFault.UnknownModel, $"has no model {options.Model} {status}: check {section}:Model and {section}:Endpoint."),
            408 => New(ChatFault.TimedOut, $"gave up waiting {status}.", wait),
            429 => New(ChatFault.Throttled, $"has too many requests {status}.", wait),
            >= 500 => New(ChatFault.ServerError, $"failed {status}.", wait),
            >= 400 => New(ChatFault.BadRequest, $"does not take the request {status}."),
            _ => New(ChatFault.Malformed, $"answered with status {status}."),
        };
    }

    /// <summary>The wait that an answer asks for: seconds or a date (RFC 9110, 10.2.3), or OpenAI's milliseconds.</summary>
    private TimeSpan? RetryAfter(ClientResultException result)
    {
        var headers = result.GetRawResponse()?.Headers;
        if (headers is null)
        {
            return null;
        }

        if (headers.TryGetValue("retry-after-ms", out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return Wait(milliseconds / 1000);
        }

        if (!headers.TryGetValue("Retry-After", out text))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Wait(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Wait((date - time.GetUtcNow()).TotalSeconds)
            : null;
    }

    private static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(double.IsNaN(seconds) ? 0 : Math.Clamp(seconds, 0, 86_400));

    /// <summary>Without the exception that it was made of, whose message may have what the endpoint said.</summary>
    private ChatFaultException New(ChatFault fault, string what, TimeSpan? wait = null) => new(fault, $"The endpoint {_address} {what}", inner: null, wait);
}
