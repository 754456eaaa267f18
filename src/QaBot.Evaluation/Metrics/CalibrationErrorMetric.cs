namespace QaBot.Evaluation.Metrics;

/// <summary>The expected calibration error.</summary>
internal sealed class CalibrationErrorMetric(MetricName name) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample) => Calibration.Error(sample);
}
