using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QaBot.Testing.Endpoints;

/// <summary>An OpenAI-compatible server on loopback that answers what the test tells it to: real HTTP/1.1 over real sockets.</summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly Func<EndpointRequest, EndpointReply> _script;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentQueue<EndpointRequest> _requests = [];
    private readonly Task _accepting;

    /// <summary>Starts a server.</summary>
    /// <param name="script">What it answers to a request.</param>
    public ScriptedEndpoint(Func<EndpointRequest, EndpointReply> script)
    {
        _script = script;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _accepting = AcceptAsync();
    }

    /// <summary>Starts a server that answers one reply after the other, and the last one again and again.</summary>
    public ScriptedEndpoint(params EndpointReply[] replies)
        : this(new Sequence(replies).Next)
    {
    }

    /// <summary>Its address, as a setting has it.</summary>
    public string Address { get; }

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<EndpointRequest> Requests => [.. _requests];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException || (e is InvalidOperationException && _closing.IsCancellationRequested))
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (!await WriteAsync(client, stream, _script(request)))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client has gone, which tests of time limits want.
            }
        }
    }

    private async Task<EndpointRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _closing.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = headers.TryGetValue("Content-Length", out var length) ? await ReadBodyAsync(stream, int.Parse(length, CultureInfo.InvariantCulture)) : "";
        return new EndpointRequest(lines[0].Split(' ')[1], headers, body);
    }

    private async Task<string> ReadBodyAsync(NetworkStream stream, int length)
    {
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _closing.Token);
        return Encoding.UTF8.GetString(body);
    }

    private static bool EndsHead(List<byte> head) => head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];

    /// <summary>Writes an answer; false when the connection is not to be used again.</summary>
    private async Task<bool> WriteAsync(TcpClient client, NetworkStream stream, EndpointReply reply)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Status\r\nContent-Type: {reply.MediaType}\r\nTransfer-Encoding: chunked\r\n");
        foreach (var (name, value) in reply.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _closing.Token);
        var written = 0;
        foreach (var piece in reply.Pieces)
        {
            await WaitAsync(reply, written++);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{piece.Length:X}\r\n")), _closing.Token);
            await stream.WriteAsync(piece, _closing.Token);
            await stream.WriteAsync("\r\n"u8.ToArray(), _closing.Token);
        }

        await WaitAsync(reply, written);
        return await EndAsync(client, stream, reply.Ending);
    }

    private Task WaitAsync(EndpointReply reply, int written) =>
        reply.Gate is { } gate && gate.Pieces == written ? gate.Task.WaitAsync(_closing.Token) : Task.CompletedTask;

    private async Task<bool> EndAsync(TcpClient client, NetworkStream stream, EndpointEnding ending)
    {
        switch (ending)
        {
            case EndpointEnding.Complete:
                await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), _closing.Token);
                return true;
            case EndpointEnding.Hang:
                return await stream.ReadAsync(new byte[1].AsMemory(), _closing.Token) < 0;
            case EndpointEnding.Reset:
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            default:
                return false;
        }
    }

    private sealed class Sequence(EndpointReply[] replies)
    {
        private int _next = -1;

        public EndpointReply Next(EndpointRequest request) => replies[Math.Min(Interlocked.Increment(ref _next), replies.Length - 1)];
    }
}
