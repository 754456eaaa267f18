using System.Globalization;
using QaBot.Answering;

namespace QaBot.Web.Completions;

/// <summary>An answer as the text of a message: its sentences with their markers, and behind them what else the asker should know.</summary>
internal static class CompletionText
{
    /// <summary>The text; of an abstention the sentence that says so.</summary>
    public static string Of(Answer answer)
    {
        var suggestions = answer.Suggestions.Count == 0 ? null : $"Ask, for example: {string.Join(" ", answer.Suggestions)}";
        return string.Join("\n\n", new[] { answer.Text, answer.Hint, suggestions, answer.Notice?.Message }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The places of the markers in a text: half-open UTF-16 offsets, each with its citation's number.</summary>
    public static IEnumerable<(int Start, int End, int Number)> Markers(string text, Answer answer) => answer.Citations
        .SelectMany(citation => Occurrences(text, string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")).Select(at => (at.Start, at.End, citation.Number)))
        .OrderBy(marker => marker.Start);

    private static IEnumerable<(int Start, int End)> Occurrences(string text, string marker)
    {
        for (var at = text.IndexOf(marker, StringComparison.Ordinal); at >= 0; at = text.IndexOf(marker, at + marker.Length, StringComparison.Ordinal))
        {
            yield return (at, at + marker.Length);
        }
    }
}
