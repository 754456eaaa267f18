namespace QaBot.Text;

/// <summary>Cuts text into lines at whatever ends one: LF, CR, CRLF, NEL, LS, PS, VT and FF.</summary>
internal static class LineEnds
{
    /// <summary>Whether a character ends a line.</summary>
    public static bool IsEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character is white space or a byte-order mark.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';

    /// <summary>The lines of a part of a text, without their ends and without blanks around them; an empty span for an empty line.</summary>
    public static IEnumerable<TextSpan> Lines(string text, TextSpan part)
    {
        for (var start = part.Start; start < part.End;)
        {
            var end = start;
            while (end < part.End && !IsEnd(text[end]))
            {
                end++;
            }

            yield return Trimmed(text, start, end);
            start = end + 1 < part.End && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    /// <summary>How many lines end in a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += IsEnd(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') ? 1 : 0;
        }

        return count;
    }

    /// <summary>A range without blanks at its start and end.</summary>
    public static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
