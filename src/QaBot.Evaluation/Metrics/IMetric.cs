namespace QaBot.Evaluation.Metrics;

/// <summary>One figure of an evaluation, computed from a sample of judged questions.</summary>
public interface IMetric
{
    /// <summary>What reports, thresholds and the documentation call it.</summary>
    MetricName Name { get; }

    /// <summary>Its value on a sample; null when no question of the sample counts for it.</summary>
    double? Compute(IReadOnlyList<Judgement> sample);
}
