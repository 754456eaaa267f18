using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Reports;

/// <summary>What changed against a baseline on the questions that both have.</summary>
/// <param name="Half"><c>overall</c>, <c>dev</c> or <c>heldout</c>.</param>
/// <param name="Count">Questions that both have.</param>
/// <param name="Differences">The differences by metric id.</param>
public sealed record BaselineComparison(string Half, int Count, IReadOnlyDictionary<string, PairedDifference> Differences);
