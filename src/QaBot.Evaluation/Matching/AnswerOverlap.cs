using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Matching;

/// <summary>Exact match and token F1 of a short answer (Rajpurkar et al. 2016), the best over the accepted answers.</summary>
public static class AnswerOverlap
{
    /// <summary>1 when the words are the same in the same order, else 0.</summary>
    public static double ExactMatch(EvaluationQuestion question, string predicted) => Best(question, predicted, (p, g) => p.SequenceEqual(g) ? 1 : 0);

    /// <summary>The harmonic mean of the share of predicted words that are accepted and of accepted words that are predicted.</summary>
    public static double TokenF1(EvaluationQuestion question, string predicted) => Best(question, predicted, F1);

    /// <summary>What a short answer is compared with: each of <c>answers</c>, or the items of <c>allOf</c> joined.</summary>
    private static IEnumerable<string> References(EvaluationQuestion question) =>
        question.Answers.Count > 0 ? question.Answers : [string.Join(", ", question.AllOf)];

    private static double Best(EvaluationQuestion question, string predicted, Func<IReadOnlyList<string>, IReadOnlyList<string>, double> score)
    {
        ArgumentNullException.ThrowIfNull(question);
        var tokens = AnswerTokens.Of(predicted);
        return References(question).Select(reference => score(tokens, AnswerTokens.Of(reference))).DefaultIfEmpty(0).Max();
    }

    private static double F1(IReadOnlyList<string> predicted, IReadOnlyList<string> reference)
    {
        var left = reference.GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var common = 0;
        foreach (var token in predicted)
        {
            if (left.TryGetValue(token, out var count) && count > 0)
            {
                left[token] = count - 1;
                common++;
            }
        }

        return common == 0 ? 0 : 2.0 * common / (predicted.Count + reference.Count);
    }
}
