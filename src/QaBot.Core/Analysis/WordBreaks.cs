using System.Globalization;
using System.Text;

namespace QaBot.Analysis;

/// <summary>Looks the word-break class of a character up.</summary>
internal static class WordBreaks
{
    private static readonly WordBreak[] Ascii = BuildAscii();

    /// <summary>The class of a UTF-16 unit below U+0080.</summary>
    public static WordBreak OfAscii(char unit) => Ascii[unit];

    /// <summary>The class of the character at an offset, and its length in UTF-16 units; a lone surrogate is Other.</summary>
    public static WordBreak At(ReadOnlySpan<char> text, int offset, out int length)
    {
        var unit = text[offset];
        length = 1;
        if (unit < 0x80)
        {
            return OfAscii(unit);
        }

        if (!char.IsSurrogate(unit))
        {
            return Of(unit);
        }

        if (offset + 1 < text.Length && Rune.TryCreate(unit, text[offset + 1], out var rune))
        {
            length = 2;
            return Of(rune.Value);
        }

        return WordBreak.Other;
    }

    private static WordBreak Of(int code)
    {
        if (IsSoutheastAsian(code))
        {
            return IsMark(code) ? WordBreak.SoutheastAsianMark : WordBreak.SoutheastAsian;
        }

        var special = Special(code);
        return special != WordBreak.Other ? special : CharUnicodeInfo.GetUnicodeCategory(code) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => WordBreak.Extend,
            UnicodeCategory.Format => code == 0x200B ? WordBreak.Other : WordBreak.Extend,
            UnicodeCategory.DecimalDigitNumber => WordBreak.Numeric,
            UnicodeCategory.ConnectorPunctuation => WordBreak.ExtendNumLet,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber => WordBreak.Letter,
            UnicodeCategory.OtherLetter => OtherLetter(code),
            UnicodeCategory.OtherSymbol => code is >= 0x24B6 and <= 0x24E9 ? WordBreak.Letter : WordBreak.Other,
            _ => WordBreak.Other,
        };
    }

    private static WordBreak OtherLetter(int code) => code switch
    {
        0x3006 => WordBreak.Other,
        >= 0x05D0 and <= 0x05F2 or >= 0xFB1D and <= 0xFB4F => WordBreak.HebrewLetter,
        >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => WordBreak.Ideographic,
        _ => WordBreak.Letter,
    };

    private static WordBreak Special(int code) => code switch
    {
        0x00B7 or 0x02D7 or 0x0387 or 0x05F4 or 0x2027 or 0xFE13 or 0xFE55 or 0xFF1A => WordBreak.MidLetter,
        0x037E or 0x0589 or 0x060C or 0x060D or 0x066C or 0x07F8 or 0x2044
            or 0xFE10 or 0xFE14 or 0xFE50 or 0xFE54 or 0xFF0C or 0xFF1B => WordBreak.MidNum,
        0x2018 or 0x2019 or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E => WordBreak.MidNumLet,
        0x066B => WordBreak.Numeric,
        0x05F3 => WordBreak.Letter,
        0x3007 or >= 0x3021 and <= 0x3029 or >= 0x3038 and <= 0x303A
            or >= 0x2E80 and <= 0x2E99 or >= 0x2E9B and <= 0x2EF3 or >= 0x2F00 and <= 0x2FD5 => WordBreak.Ideographic,
        >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x309F or 0x1B001 or 0x1F200 => WordBreak.Hiragana,
        >= 0x3031 and <= 0x3035 or 0x309B or 0x309C or >= 0x30A0 and <= 0x30FA or >= 0x30FC and <= 0x30FF
            or >= 0x31F0 and <= 0x31FF or >= 0x32D0 and <= 0x32FE or >= 0x3300 and <= 0x3357
            or >= 0xFF66 and <= 0xFF9D or 0x1B000 => WordBreak.Katakana,
        0xFF9E or 0xFF9F => WordBreak.Extend,
        _ => WordBreak.Other,
    };

    // the vowels and tones of New Tai Lue, letters since Unicode 8, were marks in the data Lucene uses
    private static bool IsMark(int code) => code is >= 0x19B0 and <= 0x19C0 or 0x19C8 or 0x19C9
        || CharUnicodeInfo.GetUnicodeCategory(code)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Line_Break=SA. Its digits stay digits.
    private static bool IsSoutheastAsian(int code) => code switch
    {
        < 0x0E01 or > 0xAADF => false,
        >= 0x0E01 and <= 0x0E3A or >= 0x0E40 and <= 0x0E4E => true,
        >= 0x0E81 and <= 0x0ECD or >= 0x0EDC and <= 0x0EDF => CharUnicodeInfo.GetUnicodeCategory(code) != UnicodeCategory.OtherNotAssigned,
        >= 0x1000 and <= 0x103F or >= 0x1050 and <= 0x108F or >= 0x109A and <= 0x109F => true,
        >= 0x1780 and <= 0x17D3 or 0x17D7 or 0x17DC or 0x17DD => true,
        >= 0x1950 and <= 0x1974 or >= 0x1980 and <= 0x19C9 or 0x19DA or 0x19DE or 0x19DF => true,
        >= 0x1A20 and <= 0x1A7C or >= 0x1AA0 and <= 0x1AAD => true,
        >= 0xAA60 and <= 0xAADF => true,
        _ => false,
    };

    private static WordBreak[] BuildAscii()
    {
        var classes = new WordBreak[0x80];
        for (var unit = '\0'; unit < 0x80; unit++)
        {
            classes[unit] = char.IsAsciiLetter(unit) ? WordBreak.Letter : char.IsAsciiDigit(unit) ? WordBreak.Numeric : WordBreak.Other;
        }

        classes['_'] = WordBreak.ExtendNumLet;
        classes[':'] = WordBreak.MidLetter;
        classes[','] = classes[';'] = WordBreak.MidNum;
        classes['.'] = WordBreak.MidNumLet;
        classes['\''] = WordBreak.SingleQuote;
        classes['"'] = WordBreak.DoubleQuote;
        return classes;
    }
}
