using QaBot.Answering;
using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Reports;

/// <summary>One question with its answer, for reading.</summary>
/// <param name="Question">The row of the question set.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Sources">The passages that it cites.</param>
public sealed record QuestionDetail(EvaluationQuestion Question, AnswerJson Answer, IReadOnlyList<CitedPassage> Sources);
