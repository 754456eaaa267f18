namespace QaBot.Evaluation.Statistics;

/// <summary>Quantiles with linear interpolation between order statistics: type 7 of Hyndman and Fan (1996).</summary>
internal static class Quantile
{
    /// <summary>The quantile of some values; null when there is none.</summary>
    /// <param name="values">The values in any order.</param>
    /// <param name="share">0 for the least, 0.5 for the median, 1 for the greatest.</param>
    public static double? Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values];
        if (sorted.Length == 0)
        {
            return null;
        }

        Array.Sort(sorted);
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
