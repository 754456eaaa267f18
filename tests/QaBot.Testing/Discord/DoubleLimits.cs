namespace QaBot.Testing.Discord;

/// <summary>The double's buckets and its global limit: fixed windows that begin with their first request.</summary>
/// <param name="options">The limits.</param>
internal sealed class DoubleLimits(DiscordDoubleOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Until, int Used)> _windows = [];

    /// <summary>What a bucket has left after a request.</summary>
    public readonly record struct Verdict(bool IsAllowed, string Bucket, int Remaining, double ResetAfter, bool IsGlobal);

    /// <summary>Counts a request.</summary>
    public Verdict Take(string bucket, string major, bool isGlobal)
    {
        lock (_lock)
        {
            if (isGlobal && Count("global", options.GlobalLimit, TimeSpan.FromSeconds(1)) is { IsAllowed: false } global)
            {
                return global with { IsGlobal = true };
            }

            return Count(bucket + " " + major, options.BucketLimit, options.BucketWindow) with { Bucket = bucket };
        }
    }

    private Verdict Count(string key, int limit, TimeSpan window)
    {
        var now = options.Time.GetTimestamp();
        var (until, used) = _windows.GetValueOrDefault(key);
        if (until <= now)
        {
            (until, used) = (now + (long)(window.TotalSeconds * options.Time.TimestampFrequency), 0);
        }

        _windows[key] = (until, used + 1);
        return new Verdict(used < limit, key, Math.Max(0, limit - used - 1), options.Time.GetElapsedTime(now, until).TotalSeconds, IsGlobal: false);
    }
}
