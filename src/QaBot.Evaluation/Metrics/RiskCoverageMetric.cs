namespace QaBot.Evaluation.Metrics;

/// <summary>The area under the risk–coverage curve.</summary>
internal sealed class RiskCoverageMetric(MetricName name) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample) => RiskCoverage.Area(sample);
}
