namespace QaBot.Discord.Rest;

/// <summary>At most so many requests in any second, over all buckets.</summary>
/// <param name="perSecond">How many.</param>
/// <param name="time">The clock.</param>
/// <remarks>
/// When a request arrives, only Discord knows: somewhere between its sending and its answer. It counts from its sending until a second after its answer, so
/// that no second of Discord's has too many, however long some of them are on their way.
/// https://discord.com/developers/docs/topics/rate-limits#global-rate-limit: 50 a second for each bot.
/// </remarks>
internal sealed class GlobalLimit(int perSecond, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly Queue<long> _answered = new();
    private TaskCompletionSource _left = new();
    private int _onTheirWay;
    private long _blockedUntil = long.MinValue;

    /// <summary>Waits until one more may go.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Take(cancellationToken) is { } obstacle)
            {
                await obstacle.ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A request has been answered, or has failed.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _onTheirWay--;
            _answered.Enqueue(time.GetTimestamp());
            _left.TrySetResult();
        }
    }

    /// <summary>Lets nothing through for a while.</summary>
    public void Block(TimeSpan duration)
    {
        lock (_lock)
        {
            _blockedUntil = Math.Max(_blockedUntil, time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Takes a place, or gives what has to be waited for first.</summary>
    private Task? Take(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            while (_answered.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
            {
                _answered.Dequeue();
            }

            if (_blockedUntil > now)
            {
                return DelayAsync(time.GetElapsedTime(now, _blockedUntil), cancellationToken);
            }

            if (_onTheirWay + _answered.Count < perSecond)
            {
                _onTheirWay++;
                return null;
            }

            if (_answered.TryPeek(out var first))
            {
                return DelayAsync(Window - time.GetElapsedTime(first, now), cancellationToken);
            }

            _left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _left.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits whole milliseconds, which timers count in: a shorter wait would spin.</summary>
    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
}
