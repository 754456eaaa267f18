namespace QaBot.Discord.Rest;

/// <summary>At most so many requests in any second, over all buckets.</summary>
/// <param name="perSecond">How many.</param>
/// <param name="time">The clock.</param>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits#global-rate-limit: 50 a second for each bot.</remarks>
internal sealed class GlobalLimit(int perSecond, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<long> _sent = new();
    private long _blockedUntil = long.MinValue;

    /// <summary>Waits until one more may go.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Wait() is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            if (_sent.Count == perSecond)
            {
                _sent.Dequeue();
            }

            _sent.Enqueue(time.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets nothing through for a while.</summary>
    public void Block(TimeSpan duration)
    {
        var until = time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
        InterlockedMax(ref _blockedUntil, until);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private TimeSpan Wait()
    {
        var now = time.GetTimestamp();
        var blocked = Interlocked.Read(ref _blockedUntil) is var until && until > now ? time.GetElapsedTime(now, until) : TimeSpan.Zero;
        var full = _sent.Count == perSecond ? Window - time.GetElapsedTime(_sent.Peek(), now) : TimeSpan.Zero;
        return Ceiling(blocked > full ? blocked : full);
    }

    /// <summary>Whole milliseconds, which timers count in: a shorter wait would spin.</summary>
    private static TimeSpan Ceiling(TimeSpan wait) => wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static void InterlockedMax(ref long target, long value)
    {
        var seen = Interlocked.Read(ref target);
        while (seen < value && Interlocked.CompareExchange(ref target, value, seen) is var before && before != seen)
        {
            seen = before;
        }
    }
}
