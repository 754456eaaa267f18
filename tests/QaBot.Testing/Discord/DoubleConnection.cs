using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace QaBot.Testing.Discord;

/// <summary>One connection of the bot to the double's gateway.</summary>
internal sealed class DoubleConnection : IAsyncDisposable
{
    private readonly WebSocket _socket;
    private readonly ZLibStream? _deflater;
    private readonly MemoryStream _packed = new();
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _cut = new();
    private readonly Task _sending;
    private int _framesLeft;
    private volatile bool _isFrozen;

    public DoubleConnection(WebSocket socket, bool packs, int framesUntilCut)
    {
        _socket = socket;
        _framesLeft = framesUntilCut;
        _deflater = packs ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;
        _sending = SendAllAsync();
    }

    public bool IsOpen => _socket.State == WebSocketState.Open && !_cut.IsCancellationRequested;

    public void Send(JsonObject frame) => _outgoing.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(frame));

    public void Send(byte[] frame) => _outgoing.Writer.TryWrite(frame);

    /// <summary>Ends it without a word.</summary>
    public void Cut()
    {
        try
        {
            _cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>Leaves it open and does nothing any more.</summary>
    public void Freeze() => _isFrozen = true;

    public async Task CloseAsync(int code, string reason = "")
    {
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, _cut.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // Already gone.
        }
    }

    /// <summary>The next frame; null at the end, with the code the bot closed with, if it did.</summary>
    public async Task<(JsonObject? Frame, int? Code)> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _cut.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return (null, (int?)_socket.CloseStatus);
                }

                length += received.Count;
                if (!received.EndOfMessage)
                {
                    continue;
                }

                if (!_isFrozen)
                {
                    return (JsonNode.Parse(buffer.AsSpan(0, length)) as JsonObject, null);
                }

                length = 0;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            return (null, null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        await _cut.CancelAsync();
        await _sending;
        _socket.Abort();
        _deflater?.Dispose();
        _cut.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var frame in _outgoing.Reader.ReadAllAsync(_cut.Token))
            {
                if (_isFrozen)
                {
                    continue;
                }

                await _socket.SendAsync(Pack(frame), _deflater is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, _cut.Token);
                if (--_framesLeft == 0)
                {
                    Cut();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // Gone: the session keeps what was not sent.
        }
    }

    private ReadOnlyMemory<byte> Pack(byte[] frame)
    {
        if (_deflater is null)
        {
            return frame;
        }

        _packed.SetLength(0);
        _deflater.Write(frame);
        _deflater.Flush();
        return _packed.ToArray();
    }
}
