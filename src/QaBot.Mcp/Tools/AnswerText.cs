using System.Text;
using QaBot.Answering;
using QaBot.Citations;

namespace QaBot.Mcp.Tools;

/// <summary>An answer as an assistant reads it.</summary>
internal static class AnswerText
{
    /// <summary>Short answer, sentences, citations with their quotes; for an abstention what came nearest.</summary>
    public static string Of(Answer answer)
    {
        var text = new StringBuilder();
        if (answer.ShortAnswer is { } words)
        {
            text.Append(words).Append("\n\n");
        }

        text.Append(answer.Text).Append('\n');
        Add(text, answer.Citations);
        if (answer.Nearest.Count > 0)
        {
            text.Append("\nNearest, though no answer:\n");
            Add(text, answer.Nearest);
        }

        foreach (var line in new[] { answer.Hint, answer.Notice?.Message }.OfType<string>())
        {
            text.Append('\n').Append(line).Append('\n');
        }

        if (answer.Suggestions.Count > 0)
        {
            text.Append("\nQuestions that the documents answer: ").AppendJoin(' ', answer.Suggestions).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations)
        {
            text.Append('\n').Append(System.Globalization.CultureInfo.InvariantCulture, $"[{citation.Number}] {citation.Document}:{citation.Span} · {citation.Passage} · “{citation.Quote}”");
        }

        text.Append(citations.Count > 0 ? "\n" : "");
    }
}
