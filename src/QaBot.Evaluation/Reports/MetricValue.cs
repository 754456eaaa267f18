using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Reports;

/// <summary>A metric's value on a group of questions.</summary>
/// <param name="Value">The value; null when no question counts for it.</param>
/// <param name="Interval">Its 95 % interval; null for figures that are no shares.</param>
public sealed record MetricValue(double? Value, Interval? Interval);
