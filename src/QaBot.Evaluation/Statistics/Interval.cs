namespace QaBot.Evaluation.Statistics;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">The 2.5th percentile.</param>
/// <param name="High">The 97.5th percentile.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>The percentile interval of resampled values; null when there is none.</summary>
    internal static Interval? Of(IReadOnlyList<double> values) =>
        Quantile.Of(values, 0.025) is { } low && Quantile.Of(values, 0.975) is { } high ? new Interval(low, high) : null;
}
