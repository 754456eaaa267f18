using System.Text.RegularExpressions;
using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Matching;

/// <summary>The question set's rule for a right answer.</summary>
internal static partial class AnswerRule
{
    /// <summary>A longer answer counts as wrong, in words: whoever quotes everything also quotes the answer.</summary>
    public const int LongestAnswer = 90;

    /// <summary>Whether what was answered is right: any of <c>answers</c> and every one of <c>allOf</c> occurs, on word boundaries.</summary>
    /// <param name="question">The row.</param>
    /// <param name="shortAnswer">The short answer, or null.</param>
    /// <param name="text">The sentences with their markers.</param>
    public static bool IsRight(EvaluationQuestion question, string? shortAnswer, string text)
    {
        var plain = WithoutMarkers(text);
        if (WordCount(plain) > LongestAnswer)
        {
            return false;
        }

        if (question.IsYesNo)
        {
            var words = AnswerTokens.Of(string.IsNullOrWhiteSpace(shortAnswer) ? plain : shortAnswer);
            return words.Count > 0 && question.Answers.Any(a => a.Equals(words[0], StringComparison.OrdinalIgnoreCase))
                && HasAll(question.AllOf, shortAnswer, plain);
        }

        return (question.Answers.Count == 0 || question.Answers.Any(a => HasAll([a], shortAnswer, plain)))
            && HasAll(question.AllOf, shortAnswer, plain);
    }

    /// <summary>Whether a piece of source text holds any accepted answer or part of one; never for yes/no questions.</summary>
    public static bool HoldsAnswer(EvaluationQuestion question, string text) =>
        question.Answerable && !question.IsYesNo && question.Answers.Concat(question.AllOf).Any(a => HasAll([a], null, text));

    /// <summary>A text without the markers of its citations.</summary>
    public static string WithoutMarkers(string text) => Markers().Replace(text, "").Trim();

    /// <summary>The words of a text: what white space parts.</summary>
    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool HasAll(IReadOnlyList<string> parts, string? shortAnswer, string text)
    {
        if (parts.Count == 0)
        {
            return true;
        }

        var (inShort, inText) = (AnswerTokens.Of(shortAnswer ?? ""), AnswerTokens.Of(text));
        return parts.Select(AnswerTokens.Of).All(part => AnswerTokens.Contains(inShort, part) || AnswerTokens.Contains(inText, part));
    }

    [GeneratedRegex(@"\s*\[\d{1,9}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();
}
