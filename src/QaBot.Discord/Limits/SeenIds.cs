namespace QaBot.Discord.Limits;

/// <summary>The last ids that were seen: Discord may send an event twice.</summary>
/// <param name="capacity">How many are remembered.</param>
internal sealed class SeenIds(int capacity = SeenIds.DefaultCapacity)
{
    private const int DefaultCapacity = 20_000;
    private readonly HashSet<ulong> _ids = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>Whether an id is new; it is not, from now on.</summary>
    public bool Add(ulong id)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        _order.Enqueue(id);
        if (_order.Count > capacity)
        {
            _ids.Remove(_order.Dequeue());
        }

        return true;
    }
}
