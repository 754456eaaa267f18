using System.Buffers;
using System.Text;

namespace QaBot.Cli.Rendering;

/// <summary>Text that may go to a terminal: a source must not be able to move the cursor, to ring the bell or to turn letters round.</summary>
internal static class Printable
{
    /// <summary>The controls of the direction of writing, and the separators that some terminals take for line ends.</summary>
    private static readonly SearchValues<char> Hidden = SearchValues.Create("\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text with line ends as <c>\n</c>, every other control character as its picture, and no control of direction.</summary>
    public static string Of(string text)
    {
        var characters = text.AsSpan();
        if (!characters.ContainsAnyInRange('\0', '\u001F') && !characters.ContainsAnyInRange('\u007F', '\u009F') && !characters.ContainsAny(Hidden))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            printable.Append(c switch
            {
                '\n' or '\t' => c,
                < ' ' => (char)('\u2400' + c),
                '\u007F' => '\u2421',
                > '\u007F' and <= '\u009F' => '\uFFFD',
                _ when Hidden.Contains(c) => '\uFFFD',
                _ => c,
            });
        }

        return printable.ToString();
    }
}
