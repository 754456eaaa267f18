namespace QaBot.Evaluation.Metrics;

/// <summary>The mean of a value over the questions that have it.</summary>
internal sealed class MeanMetric(MetricName name, Func<Judgement, double?> value) : IMetric
{
    public MetricName Name => name;

    /// <summary>One question's value, or null where the metric does not apply to it.</summary>
    public double? ValueOf(Judgement judgement) => value(judgement);

    public double? Compute(IReadOnlyList<Judgement> sample) => Mean([.. sample.Select(value)]);

    /// <summary>The mean of the values there are.</summary>
    public static double? Mean(IReadOnlyList<double?> values)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } number)
            {
                sum += number;
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
