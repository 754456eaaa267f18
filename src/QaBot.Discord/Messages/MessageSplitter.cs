using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Discord.Messages;

/// <summary>Cuts a text into parts that fit into messages; together they are the text, character for character.</summary>
/// <remarks>
/// It cuts between paragraphs, else between sentences, else between words; never inside a marker, a quotation, code, bold text, an escape, a link
/// or a character, unless that alone is longer than a message.
/// </remarks>
internal static partial class MessageSplitter
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The most UTF-16 units of a part, at least 2.</param>
    public static List<string> Split(string text, int limit = OutgoingMessage.LongestContent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        var parts = new List<string>();
        while (text.Length > limit)
        {
            var cut = Cut(text, limit);
            parts.Add(text[..cut]);
            text = text[cut..];
        }

        if (text.Length > 0 || parts.Count == 0)
        {
            parts.Add(text);
        }

        return parts;
    }

    private static int Cut(string text, int limit)
    {
        var blocked = Blocked(text, limit);
        return Last(ParagraphEnd(), text, limit / 2, limit, blocked)
            ?? Last(SentenceEnd(), text, limit / 4, limit, blocked)
            ?? Last(WordEnd(), text, 1, limit, blocked)
            ?? LastBoundary(text, limit, blocked)
            ?? Last(WordEnd(), text, limit / 2, limit, blocked: null)
            ?? LastBoundary(text, limit, blocked: null)
            ?? (char.IsSurrogatePair(text, limit - 1) ? limit - 1 : limit);
    }

    /// <summary>For each offset up to the limit whether something atomic is cut there; an atom longer than the limit has to be.</summary>
    private static bool[] Blocked(string text, int limit)
    {
        var blocked = new bool[limit + 1];
        foreach (Match atom in Atom().Matches(text))
        {
            if (atom.Index >= limit)
            {
                break;
            }

            var end = Math.Min(atom.Index + atom.Length, limit + 1);
            for (var i = atom.Index + 1; i < end && atom.Length <= limit; i++)
            {
                blocked[i] = true;
            }
        }

        return blocked;
    }

    private static int? Last(Regex end, string text, int from, int to, bool[]? blocked)
    {
        int? last = null;
        for (var match = end.Match(text); match.Success && match.Index < to; match = match.NextMatch())
        {
            var cut = match.Index + match.Length;
            last = cut >= from && cut <= to && blocked?[cut] != true ? cut : last;
        }

        return last;
    }

    /// <summary>The last boundary between characters as readers see them: no accent is torn off.</summary>
    private static int? LastBoundary(string text, int limit, bool[]? blocked)
    {
        int? last = null;
        for (var i = StringInfo.GetNextTextElementLength(text); i <= limit; i += StringInfo.GetNextTextElementLength(text, i))
        {
            last = blocked?[i] == true ? last : i;
            if (i == text.Length)
            {
                break;
            }
        }

        return last;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex ParagraphEnd();

    /// <summary>Behind a sentence, its closing quotation marks and its markers.</summary>
    [GeneratedRegex(@"[.!?…][""”’»)\]*]*(\s*\[\d{1,9}\])*\s+(?!\[\d{1,9}\])", Options)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+(?!\[\d{1,9}\])", Options)]
    private static partial Regex WordEnd();

    /// <summary>What is not cut: code, quotations, bold text, markers with the space before, escapes, links, mentions.</summary>
    [GeneratedRegex(@"```.*?```|`[^`\n]+`|“[^”]*”|\*\*(\\.|[^*\\])+\*\*|(\s?\[\d{1,9}\])+|https?://\S+|<[^<>\s]{1,40}>|\\.|\r\n", Options)]
    private static partial Regex Atom();
}
