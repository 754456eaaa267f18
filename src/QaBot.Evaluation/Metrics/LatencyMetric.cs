using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Metrics;

/// <summary>A quantile of the time that questions took.</summary>
internal sealed class LatencyMetric(MetricName name, double share) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample) => Quantile.Of(sample.Select(j => j.ElapsedMs), share);
}
