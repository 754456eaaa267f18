using System.Text;
using System.Text.RegularExpressions;

namespace QaBot.Discord.Messages;

/// <summary>Writes text that is not the bot's own so that Discord shows it as it is, and notifies nobody.</summary>
/// <remarks>
/// Discord takes a backslash before any punctuation for an escape. Mentions are found before that, so what could be one is also changed: its @
/// becomes a full-width one, which zero-width characters around it cannot undo. https://discord.com/developers/docs/reference#message-formatting.
/// </remarks>
internal static partial class Markdown
{
    private const char FullWidthAt = '＠';
    private static readonly string[] Groups = ["everyone", "here"];

    /// <summary>The text, escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var address = Address().Match(text);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            address = address.Success && i >= address.Index + address.Length ? address.NextMatch() : address;
            if (c == '@')
            {
                escaped.Append(CouldMention(text, i) ? FullWidthAt : c);
                continue;
            }

            if (IsMarkup(text, i) && !(address.Success && i >= address.Index))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text in bold; white space at its ends stays outside, where Discord wants it.</summary>
    public static string Bold(string text)
    {
        var core = text.Trim();
        if (core.Length == 0)
        {
            return text;
        }

        var start = text.IndexOf(core, StringComparison.Ordinal);
        return $"{text[..start]}**{Escape(core)}**{text[(start + core.Length)..]}";
    }

    /// <summary>An address, which Discord makes a link of and takes a backslash in for a part of; two stars in it would still end bold text.</summary>
    [GeneratedRegex(@"https?://(?:(?!\*\*)[^\s<>\\|`\[\]])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    /// <summary>Whether a character begins or ends something but itself there.</summary>
    private static bool IsMarkup(string text, int i) => text[i] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' => true,
        '(' => PreviousVisible(text, i) == ']',
        ']' => i + 1 < text.Length && text[i + 1] == '(',
        ':' => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '+' or '-') && text.IndexOf(':', i + 1) > 0,
        '#' or '>' or '-' or '+' => IsLineStart(text, i),
        '.' or ')' => IsListNumber(text, i),
        _ => false,
    };

    /// <summary>Whether it may become the start of a line: the text may be split before it.</summary>
    private static bool IsLineStart(string text, int i) => i == 0 || char.IsWhiteSpace(text[i - 1]);

    private static bool IsListNumber(string text, int i)
    {
        var start = i;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < i && (start == 0 || text[start - 1] == '\n') && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
    }

    private static bool CouldMention(string text, int i)
    {
        if (PreviousVisible(text, i) == '<')
        {
            return true;
        }

        var next = new string([.. text.Skip(i + 1).Where(c => !IsInvisible(c)).Take(8)]);
        return Groups.Any(group => next.StartsWith(group, StringComparison.OrdinalIgnoreCase));
    }

    private static char? PreviousVisible(string text, int i)
    {
        while (--i >= 0)
        {
            if (!IsInvisible(text[i]))
            {
                return text[i];
            }
        }

        return null;
    }

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.IsControl(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark
        || c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800';
}
