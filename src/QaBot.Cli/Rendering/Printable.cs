using System.Text;

namespace QaBot.Cli.Rendering;

/// <summary>Text that may go to a terminal: a source must not be able to move the cursor or to ring the bell.</summary>
internal static class Printable
{
    /// <summary>The text with line ends as <c>\n</c> and every other control character as its picture.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
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
                _ => c,
            });
        }

        return printable.ToString();
    }
}
