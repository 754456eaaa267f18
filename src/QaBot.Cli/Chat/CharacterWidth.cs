using System.Globalization;
using System.Text;

namespace QaBot.Cli.Chat;

/// <summary>Columns that characters take on a terminal: the wide blocks of Unicode's East Asian Width, without its long tail.</summary>
internal static class CharacterWidth
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Columns of the character that begins at an offset; 0 for a combining mark and the second half of a pair.</summary>
    public static int Of(string text, int offset)
    {
        if (!Rune.TryGetRuneAt(text, offset, out var rune))
        {
            return char.IsLowSurrogate(text[offset]) ? 0 : 1;
        }

        var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
        return isMark ? 0 : Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }

    /// <summary>Columns of a text.</summary>
    public static int Of(string text) => Enumerable.Range(0, text.Length).Sum(offset => Of(text, offset));
}
