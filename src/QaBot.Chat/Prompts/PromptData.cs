using System.Text;
using System.Text.RegularExpressions;

namespace QaBot.Chat.Prompts;

/// <summary>Text that goes into a prompt as data: it cannot close its fence, begin a line, look like a role or be taken for a marker.</summary>
public static partial class PromptData
{
    /// <summary>What every line of data begins with.</summary>
    private const string Bar = "| ";

    /// <summary>
    /// One line: white space and controls become single spaces, angle brackets (fences, special tokens of models) and braces
    /// look-alikes, runs of = are parted, and brackets around a number or a capital ("[2]", "[INST]") become parentheses.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(c switch
            {
                '<' => '‹',
                '>' => '›',
                '{' => '❴',
                '}' => '❵',
                _ when char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u2028' or '\u2029' => ' ',
                _ => c,
            });
        }

        var escaped = EqualSigns().Replace(line.ToString(), "= ");
        escaped = Bracketed().Replace(escaped, match => $"({match.Groups["inner"].Value})");
        return Spaces().Replace(escaped, " ").Trim();
    }

    /// <summary>Lines of data, each behind a bar.</summary>
    public static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Select(text => Bar + Escape(text)));

    /// <summary>A passage, fenced and with its number.</summary>
    internal static string Passage(string escaped, int number) =>
        FormattableString.Invariant($"=== PASSAGE {number} ===\n{Bar}{escaped}\n=== END OF PASSAGE {number} ===");

    [GeneratedRegex("={2,}", RegexOptions.CultureInvariant)]
    private static partial Regex EqualSigns();

    [GeneratedRegex(@"[\[［【〔](?<inner>\s{0,4}[/\p{N}\p{Lu}^][^\[\]］】〕]{0,40})[\]］】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
