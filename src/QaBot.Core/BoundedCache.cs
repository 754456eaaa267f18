using System.Collections.Concurrent;

namespace QaBot;

/// <summary>Remembers a bounded number of computed values; when it is full it forgets them all. Safe for concurrent use.</summary>
/// <param name="capacity">Values that are remembered, at least 1.</param>
/// <param name="comparer">How keys are compared, or null for the default.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> _values = new(comparer);
    private int _count;

    /// <summary>The remembered value of a key, else the one that <paramref name="create"/> makes of it.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        var values = _values;
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        value = create(key);
        if (!values.TryAdd(key, value))
        {
            return values.GetValueOrDefault(key, value);
        }

        // Counted here: ConcurrentDictionary.Count takes every lock. Filled by several at once, it is cut a little early or late.
        if (Interlocked.Increment(ref _count) > capacity)
        {
            _values = new ConcurrentDictionary<TKey, TValue>(comparer);
            _count = 0;
        }

        return value;
    }
}
