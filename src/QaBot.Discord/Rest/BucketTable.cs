using System.Collections.Concurrent;

namespace QaBot.Discord.Rest;

/// <summary>The buckets by what Discord calls them: kinds of requests share one where their responses name the same.</summary>
/// <param name="time">The clock.</param>
internal sealed class BucketTable(TimeProvider time)
{
    private const int SweptFrom = 1024;
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private int _sweepAt = SweptFrom;

    /// <summary>Buckets that are remembered.</summary>
    public int Count => _buckets.Count;

    /// <summary>Waits for a place in a route's bucket.</summary>
    /// <returns>The bucket, or null where there is no place now and waiting is not wanted.</returns>
    public async Task<Bucket?> EnterAsync(Route route, bool isDroppable, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = Find(route);
            if (isDroppable && !bucket.TryEnter())
            {
                return null;
            }

            if (!isDroppable)
            {
                await bucket.EnterAsync(cancellationToken).ConfigureAwait(false);
            }

            if (Find(route) == bucket)
            {
                return bucket;
            }

            // While this waited, another response has named the bucket.
            bucket.Leave(limit: null, isAnswered: false);
        }
    }

    /// <summary>A request has been answered, or has failed where there is no response.</summary>
    public void Leave(Route route, Bucket bucket, HttpResponseMessage? response)
    {
        var limit = response is null ? null : RateLimit.Read(response.Headers);
        if (limit?.Bucket is { } name)
        {
            _names[route.Kind] = name;
            _buckets.TryAdd(Key(name, route), bucket);
        }

        bucket.Leave(limit, response is not null);
        Sweep();
    }

    private Bucket Find(Route route) =>
        _buckets.GetOrAdd(Key(_names.GetValueOrDefault(route.Kind, route.Kind), route), static (_, clock) => new Bucket(clock), time);

    private static string Key(string name, Route route) => $"{name} {route.Major}";

    /// <summary>Every interaction has buckets of its own: those that are done with are forgotten.</summary>
    private void Sweep()
    {
        if (_buckets.Count < _sweepAt)
        {
            return;
        }

        foreach (var (key, _) in _buckets.Where(pair => pair.Value.IsIdle))
        {
            _buckets.TryRemove(key, out _);
        }

        _sweepAt = Math.Max(SweptFrom, 2 * _buckets.Count);
    }
}
