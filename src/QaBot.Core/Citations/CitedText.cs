using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>The two forms of a sentence: as the source has it, and as an answer shows it.</summary>
internal static partial class CitedText
{
    /// <summary>
    /// A quote as an answer shows it: white space is single spaces, a row of a table is "first cell: the others", and the source's own footnote marks
    /// are left out as those of Markdown and bullets are.
    /// </summary>
    public static string Display(string quote)
    {
        var shown = Markup.Show(quote);
        shown = shown.Contains('[', StringComparison.Ordinal) ? WithoutFootnotes(shown) : shown;
        return Spaces().Replace(shown, " ").Trim();
    }

    /// <summary>Takes out footnote marks, and those that others stand in: "[1[2]3]" without its inner mark is a mark.</summary>
    private static string WithoutFootnotes(string quote)
    {
        var kept = new StringBuilder(quote.Length);
        var opened = new Stack<(int Kept, int Quote)>();
        for (var i = 0; i < quote.Length; i++)
        {
            if (quote[i] == '[')
            {
                opened.Push((kept.Length, i));
            }

            kept.Append(quote[i]);
            if (quote[i] != ']')
            {
                continue;
            }

            if (opened.TryPop(out var mark) && IsFootnoteMark(kept.ToString(mark.Kept, kept.Length - mark.Kept), quote, mark.Quote, i))
            {
                kept.Length = mark.Kept;
            }
            else
            {
                // A mark has no bracket but its own.
                opened.Clear();
            }
        }

        return kept.ToString();
    }

    /// <summary>A letter is a mark only behind a character and before none: "born[a]", but not "[a]n".</summary>
    private static bool IsFootnoteMark(string mark, string quote, int start, int end) => FootnoteMark().IsMatch(mark)
        || (mark is ['[', >= 'a' and <= 'z', ']'] && start > 0 && !char.IsWhiteSpace(quote[start - 1]) && (end + 1 == quote.Length || !char.IsLetter(quote[end + 1])));

    /// <summary>The marker of a citation.</summary>
    public static string Marker(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    /// <summary>Splits an answer's text into what stands before each group of markers, with the numbers of the group.</summary>
    /// <returns>The parts in order; the last one has no numbers when text stands behind the last marker.</returns>
    public static List<(string Text, int[] Markers)> Parts(string text)
    {
        var parts = new List<(string, int[])>();
        var start = 0;
        foreach (Match group in MarkerGroup().Matches(text))
        {
            var markers = Number().Matches(group.Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture));
            parts.Add((text[start..group.Index].Trim(), [.. markers]));
            start = group.Index + group.Length;
        }

        if (!string.IsNullOrWhiteSpace(text[start..]))
        {
            parts.Add((text[start..].Trim(), []));
        }

        return parts;
    }

    /// <summary>Whether a text has what a reader takes for a marker, "[01]", "[1, 2]" or "[１]", though it is none.</summary>
    public static bool HasFalseMarker(string text) => FalseMarker().IsMatch(text);

    [GeneratedRegex("""
        ^\[\s*( \d{1,4}(\s*[,–-]\s*\d{1,4})* | [Nn]ote\s\d+ | nb\s\d+ | [Cc]itation\sneeded | [Uu]pdate )\s*\]$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[[1-9][0-9]{0,8}\](\s*\[[1-9][0-9]{0,8}\])*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkerGroup();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\[［【〔]\s{0,100}\p{N}[^\]］】〕\p{L}]{0,100}[\]］】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex FalseMarker();
}
