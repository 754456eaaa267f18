using System.Collections.Frozen;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>Classes words by what they say about the bounds of a phrase: closed-class words are classes of their own, the rest goes by shape.</summary>
internal static class WordClass
{
    private const string File = "Answering/Ranking/word-classes.txt";
    private const int FirstClosed = 32;
    private static readonly FrozenDictionary<string, int> Closed = WordList.Lines(File).Where(l => l.Label == "closed").SelectMany(l => l.Words).Distinct()
        .Select((word, i) => (word, i)).ToFrozenDictionary(p => p.word, p => FirstClosed + p.i, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months = WordList.Read(File, "months");
    private static readonly FrozenSet<string> Numbers = WordList.Read(File, "numbers");
    private static readonly FrozenSet<string> NotFirst = WordList.Read(File, "never-first");
    private static readonly FrozenSet<string> NotLast = WordList.Read(File, "never-last");

    /// <summary>The class of a capitalised word with a possessive ending.</summary>
    public const int Possessive = 7;

    /// <summary>The class where there is no word.</summary>
    public const int None = 0;

    /// <summary>The classes of gaps; fitted weights know them by these numbers.</summary>
    public const int Comma = 20, Semicolon = 21, OpeningBracket = 22, ClosingBracket = 23, Quotation = 24, FullStop = 25, Hyphen = 26, Currency = 27, Percent = 28, OtherMark = 29;

    /// <summary>The class of a word; the number means nothing but equality.</summary>
    public static int Of(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Closed.TryGetValue(lower, out var closed))
        {
            return char.IsUpper(word[0]) ? closed + 512 : closed;
        }

        if (char.IsDigit(word[0]))
        {
            return NameScanner.IsYear(word) ? 1 : word.Length <= 2 ? 2 : 3;
        }

        if (Months.Contains(word))
        {
            return 4;
        }

        if (Numbers.Contains(lower))
        {
            return 5;
        }

        if (char.IsUpper(word[0]))
        {
            return word.Length > 1 && word.AsSpan().IndexOfAnyInRange('a', 'z') < 0 ? 6 : word.EndsWith("'s", StringComparison.Ordinal) ? Possessive : 8;
        }

        return lower switch
        {
            [.., 'l', 'y'] => 9,
            [.., 'i', 'n', 'g'] => 10,
            [.., 'e', 'd'] => 11,
            [.., '\'' or '’', 's'] => 12,
            [.., 'i', 'o', 'n'] or [.., 'm', 'e', 'n', 't'] or [.., 'n', 'e', 's', 's'] or [.., 'i', 't', 'y'] => 13,
            [.., 'o', 'u', 's'] or [.., 'i', 'v', 'e'] or [.., 'a', 'l'] or [.., 'f', 'u', 'l'] or [.., 'i', 'c'] => 14,
            [.., 'e', 'r'] or [.., 'o', 'r'] or [.., 'i', 's', 't'] => 15,
            [.., 's'] => 16,
            _ => 17,
        };
    }

    /// <summary>The class of what separates two words: nothing but space, or its first other character.</summary>
    public static int OfGap(ReadOnlySpan<char> gap)
    {
        gap = gap.Trim();
        return gap.IsEmpty ? None : gap[0] switch
        {
            ',' => Comma,
            ';' or ':' => Semicolon,
            '(' or '[' => OpeningBracket,
            ')' or ']' => ClosingBracket,
            '"' or '“' or '”' or '\'' or '‘' => Quotation,
            '.' => FullStop,
            '-' or '–' or '—' => Hyphen,
            '$' or '£' or '€' => Currency,
            '%' => Percent,
            _ => OtherMark,
        };
    }

    /// <summary>Whether a short answer may begin with the word.</summary>
    public static bool MayBegin(string word) => !NotFirst.Contains(word.ToLowerInvariant());

    /// <summary>Whether a short answer may end with the word.</summary>
    public static bool MayEnd(string word) => !NotLast.Contains(word.ToLowerInvariant());
}
