namespace QaBot.Evaluation.Metrics;

/// <summary>The answers whose confidence lies in a range.</summary>
/// <param name="From">The range's start, included.</param>
/// <param name="To">Its end, excluded but for the last bin.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Correct">The share of right ones.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Correct);
