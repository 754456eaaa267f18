namespace QaBot.Evaluation.Statistics;

/// <summary>How a figure differs from a baseline's on the same questions.</summary>
/// <param name="Difference">The figure now less the figure before.</param>
/// <param name="Interval">Its 95 % interval.</param>
/// <param name="PValue">Twice the share of samples on the other side of zero, at most 1.</param>
public sealed record PairedDifference(double Difference, Interval? Interval, double PValue);
