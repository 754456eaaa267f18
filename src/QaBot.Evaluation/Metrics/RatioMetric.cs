namespace QaBot.Evaluation.Metrics;

/// <summary>A sum over the questions divided by another one: a micro average.</summary>
internal sealed class RatioMetric(MetricName name, Func<Judgement, int> part, Func<Judgement, int> whole) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample)
    {
        var (numerator, denominator) = (0, 0);
        foreach (var judgement in sample)
        {
            numerator += part(judgement);
            denominator += whole(judgement);
        }

        return denominator == 0 ? null : (double)numerator / denominator;
    }
}
