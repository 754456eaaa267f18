using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The curves of a half.</summary>
/// <param name="Half"><c>overall</c>, <c>dev</c> or <c>heldout</c>.</param>
/// <param name="Calibration">Bins of confidence.</param>
/// <param name="RiskCoverage">The risk–coverage curve.</param>
public sealed record HalfCurves(string Half, IReadOnlyList<CalibrationBin> Calibration, IReadOnlyList<RiskCoveragePoint> RiskCoverage);
