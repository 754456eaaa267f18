using System.Text;

namespace QaBot.Cli.Rendering;

/// <summary>Short pieces of longer texts, cut between words.</summary>
internal static class Snippet
{
    private const string Ellipsis = "…";
    private const int LongestWord = 40;

    /// <summary>A text on one line: each run of white space is one space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>About <paramref name="length"/> units of a text's one-line form, around the words that matter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="focus">What must be seen when it occurs; null for the beginning.</param>
    /// <param name="length">The length it is cut to when it is longer.</param>
    public static string Around(string text, string? focus, int length)
    {
        var line = OneLine(text);
        if (line.Length <= length)
        {
            return line;
        }

        var at = focus is null ? -1 : line.IndexOf(focus, StringComparison.Ordinal);
        var middle = at < 0 ? 0 : at + (focus!.Length / 2);
        var start = Math.Clamp(middle - (length / 2), 0, line.Length - length);
        start = start == 0 ? 0 : WordStart(line, start);
        var end = start + length >= line.Length ? line.Length : WordEnd(line, start + length);
        return (start > 0 ? Ellipsis : "") + line[start..end].Trim() + (end < line.Length ? Ellipsis : "");
    }

    /// <summary>The first place at or after an offset where a word begins; never inside a surrogate pair.</summary>
    public static int WordStart(string text, int offset)
    {
        for (var i = offset; i < Math.Min(text.Length, offset + LongestWord); i++)
        {
            if (i == 0 || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                return i;
            }
        }

        return offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset + 1 : offset;
    }

    /// <summary>The last place at or before an offset where a word ends; never inside a surrogate pair.</summary>
    public static int WordEnd(string text, int offset)
    {
        for (var i = offset; i > Math.Max(0, offset - LongestWord); i--)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1])))
            {
                return i;
            }
        }

        return offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset - 1 : offset;
    }
}
