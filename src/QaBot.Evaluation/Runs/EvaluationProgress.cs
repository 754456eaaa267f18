namespace QaBot.Evaluation.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Done">Questions that are done, those of an interrupted run included.</param>
/// <param name="Total">All questions.</param>
/// <param name="Resumed">Questions that an interrupted run had done.</param>
/// <param name="Remaining">The estimated rest, from the mean time of this run's questions; null before the first one.</param>
public sealed record EvaluationProgress(int Done, int Total, int Resumed, TimeSpan? Remaining);
