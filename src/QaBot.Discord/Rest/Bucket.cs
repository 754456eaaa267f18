namespace QaBot.Discord.Rest;

/// <summary>Lets as many requests through as Discord's bucket has left, in the order in which they came.</summary>
/// <remarks>
/// Until a response has said how large the bucket is, one request at a time goes. What is on its way when a window ends counts against the next one,
/// since nobody knows which of the two it will meet: the bucket may be used less than it could be, and is not overdrawn.
/// </remarks>
/// <param name="time">The clock.</param>
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private ITimer? _alarm;
    private bool _isKnown;
    private bool _isUnlimited;
    private int _limit = 1;
    private int _remaining = 1;
    private int _onTheirWay;
    private long? _resetAt;
    private long _blockedUntil = long.MinValue;

    /// <summary>Whether nothing is on its way or waiting, and the window is over: forgetting the bucket does no harm.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetTimestamp();
                return _onTheirWay == 0 && _waiting.Count == 0 && (_resetAt ?? long.MinValue) <= now && _blockedUntil <= now;
            }
        }
    }

    /// <summary>Waits for a place.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource place;
        lock (_lock)
        {
            if (_waiting.Count == 0 && TryTake())
            {
                return;
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(place);
            SetAlarm();
        }

        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken)).ConfigureAwait(false);
        await place.Task.ConfigureAwait(false);
    }

    /// <summary>Takes a place if there is one now.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            return _waiting.Count == 0 && TryTake();
        }
    }

    /// <summary>A request has been answered, or has failed.</summary>
    /// <param name="limit">What its response says of the bucket.</param>
    /// <param name="isAnswered">Whether there was a response: one without the headers has no limit.</param>
    public void Leave(RateLimit? limit, bool isAnswered)
    {
        lock (_lock)
        {
            _onTheirWay--;
            if (limit is not null)
            {
                Learn(limit);
            }
            else if (isAnswered)
            {
                _isUnlimited = !_isKnown;
            }

            Admit();
        }
    }

    /// <summary>Lets nothing through for a while.</summary>
    public void Block(TimeSpan duration)
    {
        lock (_lock)
        {
            _blockedUntil = Math.Max(_blockedUntil, At(duration));
            SetAlarm();
        }
    }

    private void Learn(RateLimit limit)
    {
        _remaining = _isKnown ? Math.Min(_remaining, limit.Remaining) : limit.Remaining - _onTheirWay;
        (_isKnown, _isUnlimited, _limit) = (true, false, limit.Limit);
        _resetAt = Math.Max(_resetAt ?? long.MinValue, At(limit.ResetAfter));
    }

    private bool TryTake()
    {
        var now = time.GetTimestamp();
        if (_resetAt <= now)
        {
            _resetAt = null;
            _remaining = _limit - _onTheirWay;
        }

        if (_blockedUntil > now || (!_isUnlimited && (_isKnown ? _remaining <= 0 : _onTheirWay > 0)))
        {
            // Nothing left, nothing on its way and no end of the window known: a response was lost. One request finds out.
            if (_blockedUntil > now || _onTheirWay > 0 || _resetAt is not null)
            {
                return false;
            }
        }

        _remaining--;
        _onTheirWay++;
        return true;
    }

    private void Admit()
    {
        while (_waiting.First is { } first && TryTake())
        {
            _waiting.RemoveFirst();
            first.Value.SetResult();
        }

        SetAlarm();
    }

    private void SetAlarm()
    {
        if (_waiting.Count == 0)
        {
            _alarm?.Dispose();
            _alarm = null;
            return;
        }

        var now = time.GetTimestamp();
        var until = Math.Max(_blockedUntil, _resetAt ?? long.MinValue);

        // The time may have come since it was looked at: then the alarm is at once, unless a request on its way will do the same.
        if (until > now || _onTheirWay == 0)
        {
            var wait = until > now ? time.GetElapsedTime(now, until) : TimeSpan.Zero;
            _alarm?.Dispose();
            _alarm = time.CreateTimer(_ => OnAlarm(), null, wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    private void OnAlarm()
    {
        lock (_lock)
        {
            Admit();
        }
    }

    private void GiveUp(TaskCompletionSource place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Remove(place))
            {
                place.SetCanceled(cancellationToken);
            }
        }
    }

    private long At(TimeSpan duration) => time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
}
