using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Metrics;

/// <summary>Resamples metrics; the values of means are computed once a question, not once a sample.</summary>
internal static class MetricBootstrap
{
    /// <summary>The interval of a metric.</summary>
    public static Interval? IntervalOf(this Bootstrap bootstrap, List<Judgement> sample, IMetric metric) => metric is MeanMetric mean
        ? bootstrap.IntervalOf(sample.ConvertAll(mean.ValueOf), MeanMetric.Mean)
        : bootstrap.IntervalOf(sample, metric.Compute);

    /// <summary>The difference of a metric.</summary>
    public static PairedDifference? Compare(this Bootstrap bootstrap, List<(Judgement Now, Judgement Before)> pairs, IMetric metric) => metric is MeanMetric mean
        ? bootstrap.Compare(pairs.ConvertAll(pair => (mean.ValueOf(pair.Now), mean.ValueOf(pair.Before))), MeanMetric.Mean)
        : bootstrap.Compare(pairs, metric.Compute);
}
