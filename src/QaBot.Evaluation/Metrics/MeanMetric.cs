namespace QaBot.Evaluation.Metrics;

/// <summary>The mean of a value over the questions that have it.</summary>
internal sealed class MeanMetric(MetricName name, Func<Judgement, double?> value) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample)
    {
        var (sum, count) = (0.0, 0);
        foreach (var judgement in sample)
        {
            if (value(judgement) is { } number)
            {
                sum += number;
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
