using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Rest;

/// <summary>Sends requests to Discord as fast as its limits allow, and again where that helps.</summary>
/// <remarks>https://discord.com/developers/docs/reference#http-api and /topics/rate-limits.</remarks>
internal sealed class RestClient : IDisposable
{
    /// <summary>The attempt that is worth a line in the log: what passes by itself before it is none.</summary>
    private const int LoggedAttempt = 4;
    private static readonly TimeSpan AttemptPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UnknownRetryAfter = TimeSpan.FromSeconds(1);
    private readonly BotToken _token;
    private readonly TimeProvider _time;
    private readonly Jitter _jitter;
    private readonly ILogger _log;
    private readonly HttpClient _http;
    private readonly BucketTable _buckets;
    private readonly GlobalLimit _global;
    private readonly InvalidRequestGuard _guard;
    private readonly TaskCompletionSource _unauthorized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DiscordException? _stopped;

    /// <summary>Creates a client.</summary>
    public RestClient(DiscordOptions options, TimeProvider time, Jitter jitter, ILogger log, InvalidRequestGuard? guard = null)
    {
        (_token, _time, _jitter, _log) = (BotToken.Parse(options.Token), time, jitter, log);
        _buckets = new BucketTable(time);
        _global = new GlobalLimit(options.RequestsPerSecond, time);
        _guard = guard ?? new InvalidRequestGuard(InvalidRequestGuard.DefaultLimit, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 100,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            BaseAddress = new Uri(options.ApiUrl.EndsWith('/') ? options.ApiUrl : options.ApiUrl + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation(UserAgent.Header, UserAgent.Value);
        _http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(_token.Authorization);
    }

    /// <summary>Faulted once Discord no longer accepts the token; never completed.</summary>
    public Task Unauthorized => _unauthorized.Task;

    /// <summary>Sends a request, again where it may succeed then.</summary>
    /// <returns>The response's JSON; undefined where there is none, or where a droppable request was left out or refused for the moment.</returns>
    /// <exception cref="DiscordException">Discord refuses it, or there was no success in the time.</exception>
    public async Task<JsonElement> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var delivery = new Delivery();
        using var patience = new CancellationTokenSource(request.Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            while (true)
            {
                delivery.Attempts++;
                var (result, wait) = await TryAsync(request, delivery, either.Token).ConfigureAwait(false);
                if (result is { } json)
                {
                    return json;
                }

                if (request.IsDroppable)
                {
                    return default;
                }

                if (_time.GetElapsedTime(started) + wait >= request.Patience)
                {
                    throw OutOfTime(request, delivery);
                }

                delivery.Attempts -= wait.IsLimit ? 1 : 0;
                await Task.Delay(wait.Duration, _time, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && patience.IsCancellationRequested)
        {
            throw OutOfTime(request, delivery);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _global.Dispose();
    }

    private static DiscordException OutOfTime(RestRequest request, Delivery delivery) => new(
        string.Create(CultureInfo.InvariantCulture, $"{request.Route} had no success in {request.Patience.TotalSeconds:0.#} s{(delivery.Why is { } why ? $": {why}" : "")}."),
        "Discord may be slow or down: see https://discordstatus.com.")
    {
        MayHaveArrived = delivery.MayHaveArrived,
    };

    /// <summary>One attempt: its result, or how long to wait before the next.</summary>
    private async Task<(JsonElement? Result, Pause Wait)> TryAsync(RestRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        ThrowIfStopped();
        if (await _buckets.EnterAsync(request.Route, request.IsDroppable, cancellationToken).ConfigureAwait(false) is not { } bucket)
        {
            return (default(JsonElement), default);
        }

        HttpResponseMessage? response = null;
        var isCounted = false;
        try
        {
            if (!request.Route.IsInteraction)
            {
                await _global.EnterAsync(cancellationToken).ConfigureAwait(false);
                isCounted = true;
            }

            ThrowIfStopped();
            response = await SendOnceAsync(request, delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, Retry(request, delivery, IsUnsent(e), WhyNoAnswer(e), e));
        }
        finally
        {
            if (isCounted)
            {
                _global.Leave();
            }

            _buckets.Leave(request.Route, bucket, response);
        }

        using (response)
        {
            return await ReadAsync(request, response, bucket, delivery, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(RestRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(AttemptPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var message = new HttpRequestMessage(request.Route.Method, request.Route.Path);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        try
        {
            return await _http.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsUnsent(e))
        {
            delivery.MayHaveArrived = true;
            throw;
        }
    }

    private async Task<(JsonElement? Result, Pause Wait)> ReadAsync(
        RestRequest request, HttpResponseMessage response, Bucket bucket, Delivery delivery, CancellationToken cancellationToken)
    {
        var body = await ParseAsync(response, cancellationToken).ConfigureAwait(false);
        var scope = RateLimit.Text(response.Headers, "X-RateLimit-Scope");
        _guard.Record(response.StatusCode, scope == "shared");
        switch (response.StatusCode)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                return (body, default);
            case HttpStatusCode.TooManyRequests:
                return (null, Limited(request, response, body, bucket, scope));
            case HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError:
                delivery.MayHaveArrived |= IsInDoubt(response.StatusCode);
                return (null, Retry(request, delivery, !IsInDoubt(response.StatusCode), $"status {(int)response.StatusCode}", cause: null));
            default:
                throw Refused(request, response.StatusCode, Refusal.Read(body), delivery);
        }
    }

    /// <summary>Whether what stands between has lost the answer: the request may have been carried out behind it.</summary>
    private static bool IsInDoubt(HttpStatusCode status) => status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or (HttpStatusCode)524;

    private static async Task<JsonElement> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = bytes.Length == 0 ? null : JsonDocument.Parse(bytes);
            return document?.RootElement.Clone() ?? default;
        }
        catch (JsonException)
        {
            // A proxy's page of HTML, say: the status tells enough.
            return default;
        }
    }

    /// <summary>A 429: waits as long as it says, everything for the global limit, else what shares the bucket.</summary>
    private Pause Limited(RestRequest request, HttpResponseMessage response, JsonElement body, Bucket bucket, string? scope)
    {
        var header = RateLimit.Number(response.Headers, "Retry-After") is { } seconds and < 1e6 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var wait = body.Seconds("retry_after") ?? header ?? _jitter.Between(UnknownRetryAfter, 2 * UnknownRetryAfter);
        var isGlobal = scope == "global" || body.Flag("global") || RateLimit.Text(response.Headers, "X-RateLimit-Global") is not null;
        RestLog.Limited(_log, request.Route, isGlobal ? "global" : scope ?? "user", wait.TotalMilliseconds);
        if (isGlobal)
        {
            _global.Block(wait);
        }
        else
        {
            bucket.Block(wait);
        }

        return new Pause(wait, IsLimit: true);
    }

    private Pause Retry(RestRequest request, Delivery delivery, bool isUnsent, string why, Exception? cause)
    {
        delivery.Why = why;
        if (request.NeedsConnection && cause is not null && isUnsent)
        {
            throw new DiscordException($"{_http.BaseAddress!.Host} cannot be reached: {why}.", "Check the network and Discord:ApiUrl.", innerException: cause)
            {
                IsUnreachable = true,
            };
        }

        if (!isUnsent && !request.IsRepeatable)
        {
            throw new DiscordException(
                $"{request.Route} may have arrived or not ({why}), and is not sent again.", "Discord may be down: see https://discordstatus.com.", innerException: cause)
            {
                MayHaveArrived = true,
            };
        }

        var wait = _jitter.Backoff(delivery.Attempts, FirstBackoff, LongestBackoff);
        var level = delivery.Attempts == LoggedAttempt ? LogLevel.Warning : LogLevel.Debug;
        RestLog.Retried(_log, level, request.Route, why, delivery.Attempts, wait.TotalMilliseconds);
        return new Pause(wait, IsLimit: false);
    }

    /// <summary>Whether a request failed before it can have arrived.</summary>
    private static bool IsUnsent(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static string WhyNoAnswer(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known here",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "there is no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "there is no secure connection",
        OperationCanceledException => "no answer in time",
        _ => "the connection broke",
    };

    /// <summary>A wrong token stops everything: asking on with it bans the address.</summary>
    private DiscordException Stop(HttpStatusCode status)
    {
        _stopped = new DiscordException(
            $"Discord does not accept the bot's token ({(int)status}).",
            "Reset it in the developer portal, page Bot, and set Discord:Token to the new one.",
            isFatal: true,
            code: (int)status);
        _unauthorized.TrySetException(_stopped);
        return _stopped;
    }

    private void ThrowIfStopped()
    {
        if (_stopped is { } stopped)
        {
            throw new DiscordException(stopped.Message, stopped.Remedy, stopped.IsFatal, stopped.Code);
        }

        _guard.ThrowIfExhausted();
    }

    private DiscordException Refused(RestRequest request, HttpStatusCode status, Refusal refusal, Delivery delivery)
    {
        if (!request.Route.IsInteraction && (status == HttpStatusCode.Unauthorized || refusal.Code == Refusal.Unauthorized))
        {
            return Stop(status);
        }

        var said = refusal.Message.Length > 0 ? $": {_token.Redact(refusal.Message)}" : "";
        return new DiscordException(
            $"{request.Route} was refused ({(int)status}, code {refusal.Code}){said}.", Refusal.Remedy(status), code: refusal.Code == 0 ? (int)status : refusal.Code)
        {
            Status = (int)status,
            Fields = refusal.Fields,
            MayHaveArrived = delivery.MayHaveArrived,
        };
    }

    /// <summary>A wait before the next attempt.</summary>
    private readonly record struct Pause(TimeSpan Duration, bool IsLimit)
    {
        public static TimeSpan operator +(TimeSpan elapsed, Pause pause) => elapsed + pause.Duration;
    }

    /// <summary>What has become of a request so far.</summary>
    private sealed class Delivery
    {
        /// <summary>Attempts that no limit has stopped.</summary>
        public int Attempts { get; set; }

        /// <summary>Whether one of them may have been carried out, whatever was heard of it.</summary>
        public bool MayHaveArrived { get; set; }

        /// <summary>What the last one met with, or null.</summary>
        public string? Why { get; set; }
    }
}
