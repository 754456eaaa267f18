using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Gateway;

/// <summary>One connection to the gateway: hello, identify or resume, and one loop that reads until the end.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#connection-lifecycle.</remarks>
/// <param name="id">Whose it is.</param>
/// <param name="context">What the shards share.</param>
/// <param name="session">The session to resume, or null for a new one.</param>
internal sealed class Connection(ShardId id, ShardContext context, Session? session) : IDisposable
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private readonly GatewaySocket _socket = new(context.Time);
    private readonly CancellationTokenSource _ended = new();
    private Heartbeat? _heartbeat;
    private Task<bool> _beating = Task.FromResult(false);
    private ITimer? _patience;
    private bool _isLate;
    private volatile bool _isReady;

    /// <summary>The session as it stands.</summary>
    public Session? Session { get; private set; } = session;

    /// <summary>Whether the session is going on.</summary>
    public bool IsReady => _isReady && !_ended.IsCancellationRequested;

    /// <summary>Whether it was at any time.</summary>
    public bool WasReady => _isReady;

    /// <summary>Whether the other side could be reached.</summary>
    public bool IsOpened { get; private set; }

    /// <summary>Of the last heartbeat.</summary>
    public TimeSpan? Latency => _heartbeat?.Latency;

    /// <summary>Connects and reads until the end.</summary>
    /// <param name="url">Where.</param>
    /// <param name="stopping">Leaves for good.</param>
    public async Task<ConnectionEnd> RunAsync(Uri url, CancellationToken stopping)
    {
        try
        {
            await _socket.ConnectAsync(ShardContext.Address(url), ConnectPatience, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or HttpRequestException or SocketException or IOException)
        {
            return new ConnectionEnd("the gateway cannot be reached");
        }

        IsOpened = true;
        await using var registration = stopping.Register(() => _ = _socket.CloseAsync(CloseCode.Normal)).ConfigureAwait(false);
        _patience = context.Time.CreateTimer(_ => GiveUp(), null, ReadyPatience, Timeout.InfiniteTimeSpan);
        var end = await ReadAsync().ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await _socket.CloseAsync(CloseCode.Resuming).ConfigureAwait(false);
        return await _beating.ConfigureAwait(false) ? new ConnectionEnd("a heartbeat was not acknowledged") : end;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _patience?.Dispose();
        _socket.Dispose();
        _ended.Dispose();
    }

    private async Task<ConnectionEnd> ReadAsync()
    {
        while (await _socket.ReceiveAsync().ConfigureAwait(false) is { } frame)
        {
            if (await HandleAsync(frame).ConfigureAwait(false) is { } end)
            {
                return end;
            }
        }

        if (_socket.CloseCode is not { } code)
        {
            return new ConnectionEnd(_isLate ? "the gateway did not get ready" : "the connection broke", KeepsSession: !_isLate);
        }

        var reason = _socket.CloseReason is { } said ? context.Token.Redact(said) : null;
        return new ConnectionEnd(
            string.Create(CultureInfo.InvariantCulture, $"closed with code {code}{(reason is null ? "" : ": " + reason)}"), !CloseCode.EndsSession(code), CloseCode.Fault(code, reason), IsClosedByServer: true);
    }

    /// <summary>Does what a frame asks for.</summary>
    /// <returns>The end of the connection, or null.</returns>
    private async Task<ConnectionEnd?> HandleAsync(GatewayFrame frame)
    {
        switch (frame.Opcode)
        {
            case Opcode.Hello:
                await GreetAsync(frame.Data).ConfigureAwait(false);
                return null;
            case Opcode.Heartbeat:
                await (_heartbeat?.BeatAsync() ?? Task.CompletedTask).ConfigureAwait(false);
                return null;
            case Opcode.HeartbeatAcknowledged:
                _heartbeat?.Acknowledge();
                return null;
            case Opcode.Reconnect:
                return new ConnectionEnd("Discord asks for a new connection");
            case Opcode.InvalidSession:
                return frame.Data.ValueKind == JsonValueKind.True
                    ? new ConnectionEnd("the session is to be resumed")
                    : new ConnectionEnd("the session is invalid", KeepsSession: false, Wait: context.Jitter.Between(ShortestWait, LongestWait));
            case Opcode.Dispatch:
                await DispatchAsync(frame).ConfigureAwait(false);
                return null;
            default:
                return null;
        }
    }

    private async Task GreetAsync(JsonElement hello)
    {
        if (_heartbeat is not null)
        {
            return;
        }

        var interval = TimeSpan.FromMilliseconds(Math.Max(1, hello.Number("heartbeat_interval") ?? 41_250));
        _heartbeat = new Heartbeat(_socket, interval, () => Session?.Sequence, context.Time, context.Jitter);
        _beating = _heartbeat.RunAsync(_ended.Token);
        await _socket.SendAsync(Session is { } resumed ? GatewayMessages.Resume(context.Token, resumed) : GatewayMessages.Identify(context.Token, id))
            .ConfigureAwait(false);
    }

    private async Task DispatchAsync(GatewayFrame frame)
    {
        if (frame.Name == "READY")
        {
            Begin(frame);
        }
        else if (frame.Name == "RESUMED")
        {
            SetReady();
            GatewayLog.Resumed(context.Log, id);
        }

        if (frame.Sequence is { } sequence && Session is { } current)
        {
            Session = current with { Sequence = sequence };
        }

        if (frame.Name is { } name && Read(name, frame.Data) is { } read)
        {
            await context.Events.WriteAsync(read, _ended.Token).ConfigureAwait(false);
        }
    }

    private Events.DiscordEvent? Read(string name, JsonElement data)
    {
        try
        {
            return name == "READY" ? EventReader.Ready(data) : context.Reader.Read(name, data);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            GatewayLog.Unreadable(context.Log, name, e.GetType().Name);
            return null;
        }
    }

    private void Begin(GatewayFrame ready)
    {
        var url = Uri.TryCreate(ready.Data.Text("resume_gateway_url"), UriKind.Absolute, out var given) && IsAsSafe(given) ? given : null;
        Session = ready.Data.Text("session_id") is { } session ? new Session(session, url, ready.Sequence ?? 0) : null;
        SetReady();
        GatewayLog.Began(context.Log, id, ready.Data.Member("user")?.Text("username") ?? "a user without a name");
    }

    /// <summary>An address to resume at may not be less safe than where the session began: the token goes there.</summary>
    private bool IsAsSafe(Uri url) => url.Scheme == "wss" || (url.Scheme == "ws" && context.Url.Scheme == "ws");

    private void SetReady()
    {
        _isReady = true;
        _patience?.Dispose();
    }

    private void GiveUp()
    {
        if (!_isReady)
        {
            _isLate = true;
            _socket.Abort();
        }
    }
}
