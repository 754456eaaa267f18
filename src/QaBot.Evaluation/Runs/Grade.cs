using QaBot.Answering;

namespace QaBot.Evaluation.Runs;

/// <summary>What a grading model said about an answer.</summary>
/// <param name="IsCorrect">Its verdict, or null where it gave none that can be read.</param>
/// <param name="Usage">What it cost, or null where the model was not reached.</param>
internal sealed record Grade(bool? IsCorrect, TokenUsage? Usage);
