namespace QaBot.Text;

/// <summary>Finds the heaviest run of any part of a list of weights in logarithmic time (a segment tree of maximum subarrays).</summary>
internal sealed class WeightedRuns
{
    private readonly Part[] _parts;
    private readonly long[] _sums;

    /// <summary>Reads the weights.</summary>
    public WeightedRuns(ReadOnlySpan<int> weights)
    {
        _sums = new long[weights.Length + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            _sums[i + 1] = _sums[i] + weights[i];
        }

        _parts = new Part[weights.Length * 2];
        for (var i = 0; i < weights.Length; i++)
        {
            _parts[weights.Length + i] = Part.Of(weights[i], i);
        }

        for (var i = weights.Length - 1; i > 0; i--)
        {
            _parts[i] = Part.Join(_parts[2 * i], _parts[(2 * i) + 1]);
        }
    }

    /// <summary>The sum of the weights in [from, to).</summary>
    public long Sum(int from, int to) => _sums[to] - _sums[from];

    /// <summary>The run in [from, to) with the greatest sum, of equal ones the one that ends first, the shortest; null where none is positive.</summary>
    public (int Start, int End)? Heaviest(int from, int to)
    {
        var (left, right) = (Part.Empty(from), Part.Empty(to));
        for (int low = from + (_parts.Length / 2), high = to + (_parts.Length / 2); low < high; low /= 2, high /= 2)
        {
            left = low % 2 == 1 ? Part.Join(left, _parts[low++]) : left;
            right = high % 2 == 1 ? Part.Join(_parts[--high], right) : right;
        }

        var best = Part.Join(left, right).Best;
        return best.Sum > 0 ? (best.Start, best.End) : null;
    }

    private readonly record struct Run(long Sum, int Start, int End);

    /// <summary>A part of the list: all of it, and its heaviest run at its start, at its end and anywhere; a run of no weight is empty.</summary>
    private readonly record struct Part(Run All, Run First, Run Last, Run Best)
    {
        public static Part Empty(int at)
        {
            var none = new Run(0, at, at);
            return new Part(none, none, none, none);
        }

        public static Part Of(int weight, int at)
        {
            var all = new Run(weight, at, at + 1);
            return weight > 0 ? new Part(all, all, all, all) : Empty(at) with { All = all, Last = new Run(0, at + 1, at + 1) };
        }

        public static Part Join(Part left, Part right)
        {
            var across = new Run(left.Last.Sum + right.First.Sum, left.Last.Start, right.First.End);
            var inRight = right.Best.Sum > across.Sum || (right.Best.Sum == across.Sum && right.Best.End <= across.End) ? right.Best : across;
            return new Part(
                new Run(left.All.Sum + right.All.Sum, left.All.Start, right.All.End),
                left.All.Sum + right.First.Sum > left.First.Sum ? new Run(left.All.Sum + right.First.Sum, left.All.Start, right.First.End) : left.First,
                right.All.Sum + left.Last.Sum > right.Last.Sum ? new Run(right.All.Sum + left.Last.Sum, left.Last.Start, right.All.End) : right.Last,
                inRight.Sum > left.Best.Sum ? inRight : left.Best);
        }
    }
}
