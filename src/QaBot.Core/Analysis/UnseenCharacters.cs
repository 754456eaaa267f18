using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>The characters of a text that are no part of its words: two texts that differ in them alone read the same.</summary>
internal static partial class UnseenCharacters
{
    private const string WithoutWidth = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    /// <summary>Letters with an accent that the folding to ASCII leaves, each before its own without one.</summary>
    private const string Accented = "άαέεήηίιόοώωύυΐιΰυϊιϋυάαέεήηίιόοώωύυйиёеїіѝиўуѓгќкЙИЁЕЇІЍИЎУЃГЌКΆΑΈΕΉΗΊΙΌΟΏΩΎΥΪΙΫΥ";

    private static readonly FrozenDictionary<char, char> Bases =
        Accented.Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static readonly SearchValues<char> Suspects =
        SearchValues.Create([.. WithoutWidth, .. Enumerable.Range('\u0300', 0x70).Select(c => (char)c), .. Bases.Keys]);

    /// <summary>Whether a text may have any of them.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(Suspects) || DividesWord().IsMatch(text);

    /// <summary>The letter under an accent that stands with it in one character; other characters as they are.</summary>
    public static char Base(char letter) => Bases.TryGetValue(letter, out var plain) ? plain : letter;

    /// <summary>How many UTF-16 units from an offset on are to be left out; 0 where a character is read.</summary>
    public static int WidthAt(ReadOnlySpan<char> text, int i)
    {
        if (text[i] is >= '\u0300' and <= '\u036F' || WithoutWidth.Contains(text[i], StringComparison.Ordinal))
        {
            return text[i] == '\u00AD' ? 1 + LineEnd(text, i + 1) : 1;
        }

        // "pub-\nlished": a hyphen between small letters at a line end.
        return text[i] is '-' or '‐' && i > 0 && char.IsLower(text[i - 1]) && LineEnd(text, i + 1) is var end and > 0 && i + 1 + end < text.Length && char.IsLower(text[i + 1 + end])
            ? 1 + end
            : 0;
    }

    /// <summary>The text without them.</summary>
    public static string Without(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        for (int i = 0, width; i < text.Length; i += Math.Max(1, width))
        {
            width = WidthAt(text, i);
            if (width == 0)
            {
                kept.Append(Base(text[i]));
            }
        }

        return kept.ToString();
    }

    /// <summary>The length of one line end at an offset with the blanks around it; 0 where there is none, or an empty line.</summary>
    private static int LineEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && (text[i] is ' ' or '\t' || LineEnds.IsEnd(text[i])))
        {
            i++;
        }

        return LineEnds.Count(text[start..i]) == 1 ? i - start : 0;
    }

    [GeneratedRegex(@"\p{Ll}[-‐]\s", RegexOptions.CultureInvariant)]
    private static partial Regex DividesWord();
}
