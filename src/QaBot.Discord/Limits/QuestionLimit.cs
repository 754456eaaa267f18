namespace QaBot.Discord.Limits;

/// <summary>So many questions a minute for each user or channel, counted over the minute that has just passed.</summary>
/// <param name="most">How many.</param>
/// <param name="time">The clock.</param>
internal sealed class QuestionLimit(int most, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, Queue<long>> _asked = [];
    private long _sweptAt = time.GetTimestamp();

    /// <summary>Counts a question.</summary>
    /// <returns>Null where it may be asked; else how long until one may.</returns>
    public TimeSpan? Take(ulong id)
    {
        lock (_lock)
        {
            Sweep();
            if (!_asked.TryGetValue(id, out var times))
            {
                _asked[id] = times = new Queue<long>();
            }

            Forget(times);
            if (times.Count >= most)
            {
                return Window - time.GetElapsedTime(times.Peek());
            }

            times.Enqueue(time.GetTimestamp());
            return null;
        }
    }

    private void Forget(Queue<long> times)
    {
        while (times.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
        {
            times.Dequeue();
        }
    }

    /// <summary>Once a minute, whoever has been silent is forgotten.</summary>
    private void Sweep()
    {
        if (time.GetElapsedTime(_sweptAt) < Window)
        {
            return;
        }

        _sweptAt = time.GetTimestamp();
        foreach (var (id, times) in _asked)
        {
            Forget(times);
            if (times.Count == 0)
            {
                _asked.Remove(id);
            }
        }
    }
}
