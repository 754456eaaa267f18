using System.Buffers;
using System.Text.RegularExpressions;

namespace QaBot.Text;

/// <summary>The marks of Markdown, lists and tables: what they part, and text as it is shown without them.</summary>
internal static partial class Markup
{
    private static readonly SearchValues<char> LineEndsOfText = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>
    /// A text as it is shown: without the marks of a heading, a quotation, a bullet and of emphasis, without the addresses of links; a row as
    /// "first cell: the others".
    /// </summary>
    public static string Show(string text)
    {
        if (!text.AsSpan().ContainsAny(LineEndsOfText))
        {
            return ShowRow(Plain(Leading().Replace(text, "")));
        }

        var shown = LineEnds.Lines(text, new TextSpan(0, text.Length)).Select(line => text[line.Start..line.End]).Where(line => !Rule().IsMatch(line));
        return string.Join('\n', shown.Select((line, i) => ShowRow(Plain(i == 0 ? Leading().Replace(line, "") : Quotation().Replace(line, "")))));
    }

    /// <summary>The marks of a text that are not read: those at its start, and of emphasis.</summary>
    public static List<TextSpan> Marks(string text)
    {
        var marks = new List<TextSpan>();
        foreach (var mark in Leading().EnumerateMatches(text))
        {
            marks.Add(new TextSpan(mark.Index, mark.Index + mark.Length));
        }

        foreach (var mark in Emphasis().EnumerateMatches(text))
        {
            marks.Add(new TextSpan(mark.Index, mark.Index + mark.Length));
        }

        return marks;
    }

    /// <summary>Whether a line is the rule between the heads and the rows of a table, or below a heading.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) => Rule().IsMatch(line);

    /// <summary>Where the text of a heading begins.</summary>
    public static int ContentStart(string text, TextSpan heading)
    {
        var at = text.AsSpan(heading.Start, heading.Length).IndexOfAnyExcept('#', ' ', '\t');
        return heading.Start + Math.Max(0, at);
    }

    /// <summary>The cells of a line: between pipes, tabs, or three spaces and more; fewer than two where it is no row.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">A line of it, without blanks around it.</param>
    public static List<TextSpan> Cells(string text, TextSpan line)
    {
        var row = text.AsSpan(line.Start, line.Length);
        if (row.IsEmpty)
        {
            return [];
        }

        if (row.Contains('|'))
        {
            return row[0] == '|' || row.Contains(" | ", StringComparison.Ordinal) ? Parts(text, line, Pipe()) : [];
        }

        if (row.Contains('\t'))
        {
            return Parts(text, line, Tab());
        }

        if (!row.Contains("   ", StringComparison.Ordinal))
        {
            return [];
        }

        var parts = Parts(text, line, Gap());
        return parts.SkipLast(1).Any(part => text[part.End - 1] is '.' or '!' or '?' or ',' or ';' or ':') ? [] : parts;
    }

    private static string Plain(string text)
    {
        text = text.Contains("](", StringComparison.Ordinal) ? Link().Replace(text, "${text}") : text;
        return text.AsSpan().ContainsAny('*', '`') ? Emphasis().Replace(text, "") : text;
    }

    private static string ShowRow(string line)
    {
        var cells = Cells(line, LineEnds.Trimmed(line, 0, line.Length)).Where(cell => cell.Length > 0).Select(cell => line[cell.Start..cell.End]).ToList();
        return cells.Count < 2 ? line : $"{cells[0]}{(cells[0][^1] == ':' ? "" : ":")} {string.Join(", ", cells.Skip(1))}";
    }

    private static List<TextSpan> Parts(string text, TextSpan line, Regex separator)
    {
        var cells = new List<TextSpan>();
        var start = line.Start;
        foreach (var between in separator.EnumerateMatches(text.AsSpan(line.Start, line.Length)))
        {
            cells.Add(LineEnds.Trimmed(text, start, line.Start + between.Index));
            start = line.Start + between.Index + between.Length;
        }

        cells.Add(LineEnds.Trimmed(text, start, line.End));
        if (text[line.Start] == '|')
        {
            cells.RemoveAt(0);
        }

        if (cells.Count > 1 && text[line.End - 1] == '|')
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return cells;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(\s*(#{1,6}\s+|>\s?|[-*+•·‣◦▪▫●○■□►▸–—]\s+(\[[ xX]\]\s+)?))+", Options)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\s*(>\s?)+", Options)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^[\s|:+=-]*[-=]{2,}[\s|:+=-]*$", Options)]
    private static partial Regex Rule();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]{1,300})\]\([^()\s]{1,500}(\s""[^""]{0,200}"")?\)", Options)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])|`", Options)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<!\\)\|", Options)]
    private static partial Regex Pipe();

    [GeneratedRegex(@"\t", Options)]
    private static partial Regex Tab();

    [GeneratedRegex(@"[ \u00A0]{3,}", Options)]
    private static partial Regex Gap();
}
