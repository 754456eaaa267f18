using System.Buffers;
using System.Net.WebSockets;

namespace QaBot.Discord.Gateway;

/// <summary>One connection to the gateway: frames in, frames out, and how it ended.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);
    private readonly ClientWebSocket _socket = new();
    private readonly Inflater _inflater = new();
    private readonly ArrayBufferWriter<byte> _packed = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _aborted = new();
    private readonly TimeProvider _time;

    /// <summary>Creates a connection that is not yet open.</summary>
    public GatewaySocket(TimeProvider time)
    {
        _time = time;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader(UserAgent.Header, UserAgent.Value);
    }

    /// <summary>The code it was closed with by the other side, or null.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>What the other side said to that, or null.</summary>
    public string? CloseReason => _socket.CloseStatusDescription is { Length: > 0 } said ? said : null;

    /// <summary>Opens it.</summary>
    public async Task ConnectAsync(Uri url, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token, _aborted.Token);
        await _socket.ConnectAsync(url, either.Token).ConfigureAwait(false);
    }

    /// <summary>The next frame, or null when the connection has ended, however it did.</summary>
    public async Task<GatewayFrame?> ReceiveAsync()
    {
        try
        {
            while (await ReceiveMessageAsync().ConfigureAwait(false) is { } json)
            {
                if (GatewayFrame.Parse(json) is { } frame)
                {
                    return frame;
                }
            }

            return null;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or InvalidDataException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Sends a frame; one that cannot be sent is noticed where frames are received.</summary>
    public async Task SendAsync(byte[] frame)
    {
        try
        {
            await _sending.WaitAsync(_aborted.Token).ConfigureAwait(false);
            try
            {
                await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, _aborted.Token).ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            Abort();
        }
    }

    /// <summary>Says good-bye with a code; whoever receives sees the end soon after.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await _sending.WaitAsync(_aborted.Token).ConfigureAwait(false);
            try
            {
                using var late = new CancellationTokenSource(ClosePatience);
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, late.Token).ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }

            // The other side's good-bye ends the reading; where none comes, this does.
            _aborted.CancelAfter(ClosePatience);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            Abort();
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Abort() => _aborted.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _aborted.Cancel();
        _socket.Dispose();
        _inflater.Dispose();
        _sending.Dispose();
        _aborted.Dispose();
    }

    /// <summary>The next message's JSON; null at the end. Text comes as it is, bytes are unpacked.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReceiveMessageAsync()
    {
        _packed.ResetWrittenCount();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_packed.GetMemory(16 * 1024), _aborted.Token).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            _packed.Advance(received.Count);
            if (_packed.WrittenCount > Inflater.LongestMessage)
            {
                throw new InvalidDataException("A message of the gateway is too long.");
            }

            if (received.EndOfMessage && received.MessageType == WebSocketMessageType.Text)
            {
                return _packed.WrittenMemory;
            }

            if (received.EndOfMessage && Inflater.IsComplete(_packed.WrittenSpan))
            {
                return _inflater.Unpack(_packed.WrittenMemory);
            }
        }
    }
}
