using System.Diagnostics.CodeAnalysis;

namespace QaBot.Web.Asking;

/// <summary>Keeps a bounded number of values for a while: beyond the number the one goes that was not used longest. Safe for concurrent use.</summary>
/// <param name="capacity">How many, at least 1.</param>
/// <param name="lifetime">How long a value stays that nobody uses.</param>
/// <param name="time">The clock.</param>
internal sealed class BoundedStore<TValue>(int capacity, TimeSpan lifetime, TimeProvider time)
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);

    /// <summary>The entries, the one used last at the end.</summary>
    private readonly LinkedList<Entry> _byUse = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                Expire();
                return _byKey.Count;
            }
        }
    }

    /// <summary>The value of a key, where it is there; it counts as used.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_lock)
        {
            Expire();
            value = _byKey.TryGetValue(key, out var node) ? node.Value.Value : null;
            if (value is not null)
            {
                Remove(node!);
                Add(key, value);
            }

            return value is not null;
        }
    }

    /// <summary>Keeps a value in the place of the one that the key had.</summary>
    public void Set(string key, TValue value)
    {
        lock (_lock)
        {
            Expire();
            if (_byKey.TryGetValue(key, out var node))
            {
                Remove(node);
            }
            else if (_byKey.Count == capacity)
            {
                Remove(_byUse.First!);
            }

            Add(key, value);
        }
    }

    private void Add(string key, TValue value) => _byKey[key] = _byUse.AddLast(new Entry(key, value, time.GetTimestamp()));

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
    }

    private void Expire()
    {
        while (_byUse.First is { } oldest && time.GetElapsedTime(oldest.Value.UsedAt) >= lifetime)
        {
            Remove(oldest);
        }
    }

    private readonly record struct Entry(string Key, TValue Value, long UsedAt);
}
