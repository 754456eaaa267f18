namespace QaBot.Evaluation.Metrics;

/// <summary>F1 of abstention: 2tp / (2tp + fp + fn), where abstaining on an unanswerable question is a true positive.</summary>
internal sealed class AbstentionF1Metric(MetricName name) : IMetric
{
    public MetricName Name => name;

    public double? Compute(IReadOnlyList<Judgement> sample)
    {
        var (right, abstained, unanswerable) = (0, 0, 0);
        foreach (var judgement in sample)
        {
            abstained += judgement.Answered ? 0 : 1;
            unanswerable += judgement.Answerable ? 0 : 1;
            right += judgement.Answered || judgement.Answerable ? 0 : 1;
        }

        return abstained + unanswerable == 0 ? null : 2.0 * right / (abstained + unanswerable);
    }
}
