namespace QaBot.Evaluation.Metrics;

/// <summary>A point of the risk–coverage curve.</summary>
/// <param name="Coverage">The share of all questions that are answered, 0 to 1.</param>
/// <param name="Risk">The share of wrong answers among them, 0 to 1.</param>
/// <param name="Confidence">The least confidence among them.</param>
public sealed record RiskCoveragePoint(double Coverage, double Risk, double Confidence);
