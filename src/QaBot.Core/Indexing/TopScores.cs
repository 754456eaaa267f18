using System.Numerics;

namespace QaBot.Indexing;

/// <summary>Keeps the greatest scores; equal scores rank by ordinal.</summary>
internal sealed class TopScores(int count)
{
    private readonly (int Ordinal, float Score)[] _heap = new (int, float)[count];
    private int _size;

    /// <summary>Takes the score of every ordinal, leaving 0; those that are 0 did not match.</summary>
    /// <param name="scores">By ordinal, none negative.</param>
    /// <param name="filter">Which ordinals may enter, or null for all.</param>
    public void TakeAll(Span<float> scores, Func<int, bool>? filter)
    {
        var ordinal = 0;
        var threshold = new Vector<float>(Threshold);
        for (; ordinal + Vector<float>.Count <= scores.Length; ordinal += Vector<float>.Count)
        {
            // Nearly all blocks of a large index hold nothing above the threshold and cost one comparison.
            var block = scores.Slice(ordinal, Vector<float>.Count);
            if (Vector.GreaterThanAny(new Vector<float>(block), threshold))
            {
                Add(ordinal, block, filter);
                threshold = new Vector<float>(Threshold);
            }

            Vector<float>.Zero.CopyTo(block);
        }

        Add(ordinal, scores[ordinal..], filter);
        scores[ordinal..].Clear();
    }

    /// <summary>What was kept, greatest first.</summary>
    public IEnumerable<(int Ordinal, float Score)> Descending() =>
        _heap.Take(_size).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Ordinal);

    private float Threshold => _size < _heap.Length ? 0 : _heap[0].Score;

    private void Add(int first, ReadOnlySpan<float> scores, Func<int, bool>? filter)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > Threshold && (filter is null || filter(first + i)))
            {
                Push(first + i, scores[i]);
            }
        }
    }

    /// <summary>Ordinals come in ascending order, so of equal scores the later one never displaces the earlier.</summary>
    private void Push(int ordinal, float score)
    {
        if (_size < _heap.Length)
        {
            _heap[_size] = (ordinal, score);
            for (var child = _size++; child > 0 && Worse(child, (child - 1) / 2); child = (child - 1) / 2)
            {
                (_heap[child], _heap[(child - 1) / 2]) = (_heap[(child - 1) / 2], _heap[child]);
            }

            return;
        }

        _heap[0] = (ordinal, score);
        for (var parent = 0; ;)
        {
            var worst = parent;
            for (var child = (2 * parent) + 1; child <= (2 * parent) + 2 && child < _size; child++)
            {
                worst = Worse(child, worst) ? child : worst;
            }

            if (worst == parent)
            {
                return;
            }

            (_heap[parent], _heap[worst]) = (_heap[worst], _heap[parent]);
            parent = worst;
        }
    }

    private bool Worse(int left, int right)
    {
        var (a, b) = (_heap[left], _heap[right]);
        return a.Score != b.Score ? a.Score < b.Score : a.Ordinal > b.Ordinal;
    }
}
