using QaBot.Answering;

namespace QaBot.Evaluation.Runs;

/// <summary>Has a model say whether an answer is right; kept apart from the deterministic judgement, which does not depend on a model.</summary>
/// <param name="question">The question as read.</param>
/// <param name="accepted">The answers that are right.</param>
/// <param name="quotes">Exact words of the source that say so.</param>
/// <param name="answer">The answer, without markers.</param>
/// <param name="cancellationToken">Stops the grading.</param>
/// <returns>The verdict, or null where there is none that can be read; and what it cost.</returns>
/// <exception cref="ChatFaultException">The model cannot be reached, or does not take the key.</exception>
public delegate Task<(bool? IsCorrect, TokenUsage Usage)> GradeAnswer(
    string question, IReadOnlyList<string> accepted, IReadOnlyList<string> quotes, string answer, CancellationToken cancellationToken);
