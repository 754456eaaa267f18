namespace QaBot.Evaluation.Statistics;

/// <summary>
/// The percentile bootstrap (Efron and Tibshirani 1993, chapter 13): the questions are drawn again with replacement, and a figure's
/// interval is where 95 % of its values on those samples lie. The same seed gives the same samples on any machine.
/// </summary>
public sealed class Bootstrap
{
    private readonly int[][] _samples;

    /// <summary>Draws the samples.</summary>
    /// <param name="size">How many questions there are.</param>
    /// <param name="resamples">How many samples. Default 1,000.</param>
    /// <param name="seed">Where the sequence of numbers starts.</param>
    public Bootstrap(int size, int resamples = 1000, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        var state = unchecked((ulong)seed);
        _samples = new int[size == 0 ? 0 : resamples][];
        for (var i = 0; i < _samples.Length; i++)
        {
            _samples[i] = new int[size];
            for (var j = 0; j < size; j++)
            {
                _samples[i][j] = (int)Math.BigMul(Next(ref state), (ulong)size, out _);
            }
        }
    }

    /// <summary>The interval of a figure; null when it has no value on any sample.</summary>
    /// <param name="items">The questions; as many as the bootstrap was created for.</param>
    /// <param name="figure">The figure of a sample, or null where it is not defined.</param>
    public Interval? IntervalOf<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(figure);
        return Interval.Of(Values(items, figure));
    }

    /// <summary>Compares two systems on the same questions; the same questions are drawn for both.</summary>
    /// <param name="pairs">Each question's result now and before.</param>
    /// <param name="figure">The figure of a sample, or null where it is not defined.</param>
    /// <returns>The difference, its interval and its two-sided p-value; null when the figure is not defined for both.</returns>
    public PairedDifference? Compare<T>(IReadOnlyList<(T Now, T Before)> pairs, Func<IReadOnlyList<T>, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(figure);
        if (Difference(pairs) is not { } difference)
        {
            return null;
        }

        var values = Values(pairs, Difference);
        var p = values.Count == 0
            ? 1
            : Math.Min(1, 2.0 * Math.Min(values.Count(v => v <= 0) + 1, values.Count(v => v >= 0) + 1) / (values.Count + 1));
        return new PairedDifference(difference, Interval.Of(values), p);

        double? Difference(IReadOnlyList<(T Now, T Before)> sample) =>
            figure([.. sample.Select(pair => pair.Now)]) - figure([.. sample.Select(pair => pair.Before)]);
    }

    private List<double> Values<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, double?> figure)
    {
        var values = new List<double>(_samples.Length);
        var sample = new T[items.Count];
        foreach (var indices in _samples)
        {
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = items[indices[i]];
            }

            if (figure(sample) is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): unlike <see cref="Random"/>, fixed for ever.</summary>
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
