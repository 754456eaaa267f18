using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Matching;

/// <summary>When a short answer by itself is right: the rule of what a reader reads first.</summary>
internal static class HeadlineRule
{
    /// <summary>Words that may stand around an accepted answer; more, and it is a sentence that has the answer in it somewhere.</summary>
    public const int MostOtherWords = 3;

    /// <summary>One of these around an accepted answer says the opposite; "t" is what is left of "wasn't".</summary>
    private static readonly string[] Negations = ["no", "not", "never", "neither", "nor", "none", "cannot", "without", "t"];

    /// <summary>Whether a short answer is right by the question's kind; never where there is none.</summary>
    public static bool IsRight(EvaluationQuestion question, string? shortAnswer)
    {
        var given = AnswerTokens.Of(shortAnswer ?? "");
        if (question.IsYesNo)
        {
            return question.Answers.Any(answer => given.SequenceEqual(AnswerTokens.Of(answer), StringComparer.Ordinal));
        }

        var items = question.AllOf.Select(AnswerTokens.Of).ToList();
        return question.Answers.Count == 0 ? IsOnly(given, items) : question.Answers.Any(answer => IsOnly(given, [.. items, AnswerTokens.Of(answer)]));
    }

    /// <summary>Whether every item is there, and little else.</summary>
    private static bool IsOnly(IReadOnlyList<string> given, List<IReadOnlyList<string>> items) =>
        items.TrueForAll(item => AnswerTokens.Contains(given, item))
        && given.Count - items.Sum(item => item.Count) <= MostOtherWords * items.Count
        && given.Count(Negations.Contains) <= items.Sum(item => item.Count(Negations.Contains));
}
