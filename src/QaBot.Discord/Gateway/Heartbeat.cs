namespace QaBot.Discord.Gateway;

/// <summary>Tells the gateway at intervals that the bot is alive, and notices when the gateway is not.</summary>
/// <remarks>
/// https://discord.com/developers/docs/events/gateway#sending-heartbeats: the first after interval × random; one that is not acknowledged before
/// the next is due means a dead connection.
/// </remarks>
/// <param name="socket">The connection.</param>
/// <param name="interval">Time between two heartbeats.</param>
/// <param name="sequence">The number of the last dispatch.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">Chance.</param>
internal sealed class Heartbeat(GatewaySocket socket, TimeSpan interval, Func<int?> sequence, TimeProvider time, Jitter jitter)
{
    private readonly Lock _lock = new();
    private long? _unheardSince;
    private long _sentAt;
    private TimeSpan? _latency;

    /// <summary>Between the last heartbeat and its acknowledgement; null before the first.</summary>
    public TimeSpan? Latency
    {
        get
        {
            lock (_lock)
            {
                return _latency;
            }
        }
    }

    /// <summary>Sends heartbeats until it is cancelled or the connection is dead, which it then ends.</summary>
    /// <returns>Whether the connection is dead.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(jitter.Part(interval), time, cancellationToken).ConfigureAwait(false);
            while (!IsOverdue())
            {
                await BeatAsync().ConfigureAwait(false);
                await Task.Delay(interval, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        socket.Abort();
        return true;
    }

    /// <summary>Sends one now: when it is due, or when the gateway asks for one.</summary>
    public Task BeatAsync()
    {
        lock (_lock)
        {
            _sentAt = time.GetTimestamp();
            _unheardSince ??= _sentAt;
        }

        return socket.SendAsync(GatewayMessages.Heartbeat(sequence()));
    }

    /// <summary>The gateway has heard it.</summary>
    public void Acknowledge()
    {
        lock (_lock)
        {
            if (_unheardSince is not null)
            {
                _latency = time.GetElapsedTime(_sentAt);
            }

            _unheardSince = null;
        }
    }

    /// <summary>Whether nothing was heard for an interval: one that the gateway asked for a moment ago is not due yet. A timer may be a little early.</summary>
    private bool IsOverdue()
    {
        lock (_lock)
        {
            return _unheardSince is { } since && time.GetElapsedTime(since) >= 0.9 * interval;
        }
    }
}
