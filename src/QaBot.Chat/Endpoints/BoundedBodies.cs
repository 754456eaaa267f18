namespace QaBot.Chat.Endpoints;

/// <summary>
/// Ends bodies that never do: an endpoint that sends a line without an end would fill the memory before a time limit is over. Follows no
/// redirection, which would take headers to another host.
/// </summary>
internal sealed class BoundedBodies : DelegatingHandler
{
    /// <summary>Bytes of an answer: far more than the largest batch of vectors has.</summary>
    private const int LongestBody = 64 << 20;

    private BoundedBodies()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
    }

    /// <summary>The client of all endpoints. Time limits are those of the attempts.</summary>
    public static HttpClient Client { get; } = new(new BoundedBodies()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = response.Content;
        if (!response.IsSuccessStatusCode)
        {
            // What an endpoint says in an error is not used, and the package would wait for its end whatever the time limit.
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

    /// <summary>A stream that is read up to a length and fails beyond it.</summary>
    private sealed class BoundedStream(Stream inner) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Count(int read) => (_read += read) <= LongestBody ? read : throw new InvalidDataException("The body has no end.");
    }
}
