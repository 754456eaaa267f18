using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Citations;

/// <summary>The two forms of a sentence: as the source has it, and as an answer shows it.</summary>
internal static partial class CitedText
{
    /// <summary>A quote as an answer shows it: white space is single spaces, and the source's own footnote marks are left out.</summary>
    public static string Display(string quote)
    {
        // Again and again: "[1[2]3]" without its inner mark is a mark.
        for (var length = -1; quote.Length != length;)
        {
            length = quote.Length;
            quote = FootnoteMark().Replace(quote, "");
        }

        return Spaces().Replace(quote, " ").Trim();
    }

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
        \[\s*( \d{1,4}(\s*[,–-]\s*\d{1,4})* | [Nn]ote\s\d+ | nb\s\d+ | [Cc]itation\sneeded | [Uu]pdate )\s*\]
        | (?<=\S)\[[a-z]\](?!\p{L})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[[1-9][0-9]{0,8}\](\s*\[[1-9][0-9]{0,8}\])*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkerGroup();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\[［【〔]\s*\p{N}[^\]］】〕\p{L}]*[\]］】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex FalseMarker();
}
