using System.Text.RegularExpressions;

namespace QaBot.Citations;

/// <summary>The two forms of a sentence: as the source has it, and as an answer shows it.</summary>
internal static partial class CitedText
{
    /// <summary>A quote as an answer shows it: white space is single spaces, and the source's own footnote marks are left out.</summary>
    public static string Display(string quote) => Spaces().Replace(FootnoteMark().Replace(quote, ""), " ").Trim();

    /// <summary>The marker of a citation.</summary>
    public static string Marker(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{number}]");

    /// <summary>Splits an answer's text into what stands before each group of markers, with the numbers of the group.</summary>
    /// <returns>The parts in order; the last one has no numbers when text stands behind the last marker.</returns>
    public static List<(string Text, int[] Markers)> Parts(string text)
    {
        var parts = new List<(string, int[])>();
        var start = 0;
        foreach (Match group in MarkerGroup().Matches(text))
        {
            var markers = Number().Matches(group.Value).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture));
            parts.Add((text[start..group.Index].Trim(), [.. markers]));
            start = group.Index + group.Length;
        }

        if (!string.IsNullOrWhiteSpace(text[start..]))
        {
            parts.Add((text[start..].Trim(), []));
        }

        return parts;
    }

    [GeneratedRegex(@"\[\s*(\d{1,4}|[a-z]|note \d+|citation needed|update|nb \d+)\s*\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[\d{1,9}\](\s*\[\d{1,9}\])*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkerGroup();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
