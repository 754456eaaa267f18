using System.Net;
using System.Text;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// Ends bodies that never do: an endpoint that sends a line without an end would fill the memory before a time limit is over. Follows no
/// redirection, which would take headers to another host.
/// </summary>
internal sealed class BoundedBodies : DelegatingHandler
{
    /// <summary>Bytes of an answer: far more than the largest batch of vectors has.</summary>
    private const int LongestBody = 64 << 20;

    /// <summary>Bytes of an error that are read.</summary>
    private const int LongestError = 16 << 10;

    private static readonly HttpRequestOptionsKey<string> Error = new("QaBot.Error");

    private BoundedBodies()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
    }

    /// <summary>Sends all requests.</summary>
    public static BoundedBodies Handler { get; } = new();

    /// <summary>A client of an endpoint. Time limits are those of the attempts.</summary>
    public static HttpClient ClientOver(HttpMessageHandler handler) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The beginning of what an endpoint said to a request that it refused. It is for reading what to do without and goes nowhere else: it may echo the key.</summary>
    public static string ErrorOf(HttpRequestMessage request) => request.Options.TryGetValue(Error, out var error) ? error : "";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = response.Content;
        if (!response.IsSuccessStatusCode)
        {
            request.Options.Set(Error, await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false));

            // The package would wait for its end whatever the time limit, and keep it in an exception.
            content.Dispose();
            response.Content = new ByteArrayContent([]);
            return response;
        }

        var bounded = new StreamContent(new BoundedStream(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)));
        foreach (var (name, values) in content.Headers)
        {
            bounded.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = bounded;
        return response;
    }

    /// <summary>The beginning of an error by which a server may say what it does not take, up to the end of its JSON: the body need not have one.</summary>
    private static async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented))
        {
            return "";
        }

        var buffer = new byte[LongestError];
        var length = 0;
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (length < buffer.Length && !IsWhole(buffer.AsSpan(0, length)) && await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // The status is known; what came of the body has to do.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static bool IsWhole(ReadOnlySpan<byte> body)
    {
        var trimmed = body.TrimEnd(" \r\n\t"u8);
        if (trimmed is not [.., (byte)'}' or (byte)']'])
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(trimmed);
            reader.Read();
            return reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A stream that is read up to a length and fails beyond it.</summary>
    private sealed class BoundedStream(Stream inner) : ForwardStream(inner)
    {
        private long _read;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return (_read += read) <= LongestBody ? read : throw new InvalidDataException("The body has no end.");
        }
    }
}
