namespace QaBot.Evaluation.Statistics;

/// <summary>A 95 % interval of a share, 0 to 1.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>The standard normal distribution's 97.5th percentile.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The score interval (Wilson 1927); unlike the share plus and minus its standard error, it has a width at 0 and at 1. Null for a share of nothing.</summary>
    internal static Interval? Wilson((int Part, int Whole) share)
    {
        if (share.Whole == 0)
        {
            return null;
        }

        var (n, p) = ((double)share.Whole, (double)share.Part / share.Whole);
        var middle = p + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Interval(Math.Max(0, (middle - reach) / scale), Math.Min(1, (middle + reach) / scale));
    }
}
