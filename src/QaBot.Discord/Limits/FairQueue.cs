namespace QaBot.Discord.Limits;

/// <summary>Questions that wait: a bounded number, taken in turn from the servers that have some, in each server in their order.</summary>
/// <remarks>
/// A question waits while its conversation is being answered, for it may lean on that answer, and while its channel has enough in work: Discord limits
/// channels one by one, and one that is full must not hold up the others.
/// </remarks>
/// <typeparam name="T">A question.</typeparam>
/// <param name="capacity">How many may wait.</param>
/// <param name="key">What a question is told apart by.</param>
internal sealed class FairQueue<T>(int capacity, Func<T, QueueKey> key) : IDisposable
{
    private const int MostInChannel = 2;
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, LinkedList<T>> _servers = [];
    private readonly LinkedList<ulong> _turns = [];
    private readonly Dictionary<ulong, int> _channels = [];
    private readonly HashSet<string> _conversations = [];
    private readonly SemaphoreSlim _changed = new(0);
    private bool _isClosed;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a question, or says that there are too many.</summary>
    public bool TryAdd(T item)
    {
        lock (_lock)
        {
            if (_isClosed || Count >= capacity)
            {
                return false;
            }

            var server = key(item).Server;
            if (!_servers.TryGetValue(server, out var waiting))
            {
                _servers[server] = waiting = [];
                _turns.AddLast(server);
            }

            waiting.AddLast(item);
            Count++;
        }

        _changed.Release();
        return true;
    }

    /// <summary>The next question, when there is one that may be answered; default after the end.</summary>
    public async Task<(bool HasItem, T? Item)> TakeAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                if (TryTake(out var item))
                {
                    return (true, item);
                }

                if (_isClosed && Count == 0)
                {
                    _changed.Release();
                    return (false, default);
                }
            }

            await _changed.WaitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A question that was taken is done with.</summary>
    public void Release(T item)
    {
        var of = key(item);
        int waiting;
        lock (_lock)
        {
            _conversations.Remove(of.Conversation);
            if (--_channels[of.Channel] == 0)
            {
                _channels.Remove(of.Channel);
            }

            waiting = Count;
        }

        // What had to wait for it may go now; whoever waits for nothing goes back to waiting.
        if (waiting > 0 || _isClosed)
        {
            _changed.Release();
        }
    }

    /// <summary>Takes no more; what waits is still given.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        _changed.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _changed.Dispose();

    private bool TryTake(out T? item)
    {
        for (var turn = _turns.First; turn is not null; turn = turn.Next)
        {
            var waiting = _servers[turn.Value];
            for (var node = waiting.First; node is not null; node = node.Next)
            {
                if (MayStart(key(node.Value)))
                {
                    item = node.Value;
                    Start(turn, waiting, node);
                    return true;
                }
            }
        }

        item = default;
        return false;
    }

    private bool MayStart(QueueKey of)
    {
        var inChannel = _channels.GetValueOrDefault(of.Channel);
        return !_conversations.Contains(of.Conversation) && inChannel < MostInChannel && !(of.NeedsQuiet && inChannel > 0);
    }

    private void Start(LinkedListNode<ulong> turn, LinkedList<T> waiting, LinkedListNode<T> node)
    {
        var of = key(node.Value);
        waiting.Remove(node);
        _turns.Remove(turn);
        if (waiting.Count == 0)
        {
            _servers.Remove(turn.Value);
        }
        else
        {
            _turns.AddLast(turn.Value);
        }

        _conversations.Add(of.Conversation);
        _channels[of.Channel] = _channels.GetValueOrDefault(of.Channel) + 1;
        Count--;
    }
}
