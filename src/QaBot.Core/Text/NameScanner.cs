using System.Buffers;
using System.Collections.Frozen;

namespace QaBot.Text;

/// <summary>Finds capitalised names in a sentence and tells persons, works and the rest apart by the words in and around them.</summary>
/// <remarks>
/// There is no list of names: a title is known by a year in brackets behind it, a noun like "film" before it, a possessive before it or
/// quotation marks around it; a person by two to four capitalised words of which none belongs to an institution.
/// </remarks>
internal static class NameScanner
{
    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");
    private static readonly FrozenSet<string> WorkBefore = WordList.Read("Text/name-cues.txt", "work-before");
    private static readonly FrozenSet<string> WorkAfter = WordList.Read("Text/name-cues.txt", "work-after");
    private static readonly FrozenSet<string> Institution = WordList.Read("Text/name-cues.txt", "institution");
    private static readonly FrozenSet<string> Particles = WordList.Read("Text/name-cues.txt", "particle");
    private static readonly FrozenSet<string> Prepositions = WordList.Read("Text/name-cues.txt", "preposition");
    private static readonly FrozenSet<string> TitleWords = [.. WordList.Read("Text/name-cues.txt", "title-word"), .. Prepositions];

    private static readonly SearchValues<char> LowerCaseWords = SearchValues.Create("abcdefghijklmnopqrstuvwxyz -");

    /// <summary>Whether a lower-case word stands inside persons' names: "von".</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>The names in one sentence, in order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentence">The sentence's span in it.</param>
    public static List<Name> Scan(string text, TextSpan sentence)
    {
        var words = Words(text, sentence);
        var names = new List<Name>();
        for (var first = 0; first < words.Count; first++)
        {
            if (!StartsName(text, words, first))
            {
                continue;
            }

            var last = EndOfName(text, words, first, withPrepositions: true);
            if (!IsTitle(text, words, first, last))
            {
                last = EndOfName(text, words, first, withPrepositions: false);
            }

            var span = new TextSpan(words[first].Start, WithoutPossessive(text, words[last]));
            names.Add(new Name(span, KindOf(text, words, first, last, names)));
            first = last;
        }

        return names;
    }

    private static bool StartsName(string text, List<TextSpan> words, int i)
    {
        var word = Slice(text, words[i]);
        if (!char.IsUpper(word[0]))
        {
            return false;
        }

        // A function word begins a name only inside a sentence, before another capital: "in The English Patient".
        var followed = i + 1 < words.Count && char.IsUpper(text[words[i + 1].Start]) && OnlySpace(text, words[i], words[i + 1]);
        return !Contains(Starters, word) || (i > 0 && followed && word.Length > 1);
    }

    private static int EndOfName(string text, List<TextSpan> words, int first, bool withPrepositions)
    {
        var last = first;
        for (var next = first + 1; next < words.Count && next - last <= 3; next++)
        {
            if (!Joined(text, words[next - 1], words[next]) || IsPossessive(text, words[next - 1]))
            {
                break;
            }

            var word = Slice(text, words[next]);
            if (char.IsUpper(word[0]) || (char.IsDigit(word[0]) && next == last + 1 && word.Length < 3))
            {
                last = next;
            }
            else if (!Contains(TitleWords, word) || (!withPrepositions && Contains(Prepositions, word)))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>Whether prepositions between capitals belong to the name: "A Walk in Rome", but not "Jean Dupont in Rome".</summary>
    private static bool IsTitle(string text, List<TextSpan> words, int first, int last) =>
        Contains(Starters, Slice(text, words[first])) || YearInBracketsFollows(text, words[last].End)
        || IsQuoted(text, words[first].Start, words[last].End);

    private static NameKind KindOf(string text, List<TextSpan> words, int first, int last, List<Name> names)
    {
        var before = first > 0 ? Slice(text, words[first - 1]) : [];
        var end = WithoutPossessive(text, words[last]);
        if (IsInstitution(text, words, first, last))
        {
            return NameKind.Other;
        }

        if (YearInBracketsFollows(text, end) || Contains(WorkBefore, before) || IsQuoted(text, words[first].Start, end)
            || (last + 1 < words.Count && Contains(WorkAfter, Slice(text, words[last + 1])))
            || (names.Count > 0 && FollowsPossessive(text, names[^1].Span.End, words[first].Start, last > first ? 3 : 0)))
        {
            return NameKind.Work;
        }

        return LooksLikePerson(text, words, first, last) ? NameKind.Person : NameKind.Other;
    }

    private static bool IsInstitution(string text, List<TextSpan> words, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (Contains(Institution, Slice(text, new TextSpan(words[i].Start, WithoutPossessive(text, words[i])))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether only a possessive ending and at most so many adjectives stand between a name and the next one.</summary>
    private static bool FollowsPossessive(string text, int nameEnd, int start, int adjectives)
    {
        var between = text.AsSpan(nameEnd, start - nameEnd);
        return between is ['\'' or '’', 's', ' ', ..] && between.Count(' ') <= adjectives + 1 && !between[3..].ContainsAnyExcept(LowerCaseWords);
    }

    private static bool LooksLikePerson(string text, List<TextSpan> words, int first, int last)
    {
        var capitals = 0;
        for (var i = first; i <= last; i++)
        {
            var word = Slice(text, words[i]);
            if (char.IsUpper(word[0]) && !Contains(Starters, word))
            {
                capitals++;
            }
            else if (!Contains(Particles, word))
            {
                return false;
            }
        }

        return capitals is >= 2 and <= 4;
    }

    private static bool YearInBracketsFollows(string text, int end)
    {
        var rest = text.AsSpan(end);
        return rest.Length > 6 && IsYear(rest.Slice(2, 4))
            && ((rest[..2] is " (" && rest[6] is ')' or ',' or ' ' or ';') || (rest[..2] is ", " && rest[6] == ')'));
    }

    /// <summary>Whether the four characters are a year between 1000 and 2099.</summary>
    public static bool IsYear(ReadOnlySpan<char> word) =>
        word.Length == 4 && word.IndexOfAnyExceptInRange('0', '9') < 0 && (word[0] == '1' || word.StartsWith("20", StringComparison.Ordinal));

    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] is '"' or '“' && (text[end] is '"' or '”' or ',' or '.');

    private static List<TextSpan> Words(string text, TextSpan sentence)
    {
        var words = new List<TextSpan>();
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '&')
            {
                continue;
            }

            var start = i;
            while (i < sentence.End && (char.IsLetterOrDigit(text[i]) || IsInside(text, i, sentence.End)))
            {
                i++;
            }

            words.Add(new TextSpan(start, Math.Max(i, start + 1)));
        }

        return words;
    }

    /// <summary>A hyphen or an apostrophe between letters, a mark over a letter, the full stop of an initial.</summary>
    private static bool IsInside(string text, int i, int end) => text[i] switch
    {
        '-' or '\'' or '’' => i > 0 && char.IsLetterOrDigit(text[i - 1]) && i + 1 < end && char.IsLetter(text[i + 1]),
        '.' => i > 0 && char.IsUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2])) && i + 1 < end,
        var c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark,
    };

    private static bool Joined(string text, TextSpan left, TextSpan right)
    {
        var between = text.AsSpan(left.End, right.Start - left.End);
        return between.IsWhiteSpace() || between is ": " || between is "! ";
    }

    private static bool OnlySpace(string text, TextSpan left, TextSpan right) => text.AsSpan(left.End, right.Start - left.End).IsWhiteSpace();

    private static bool IsPossessive(string text, TextSpan word) => WithoutPossessive(text, word) != word.End;

    private static int WithoutPossessive(string text, TextSpan word) =>
        word.Length > 2 && text[word.End - 1] == 's' && text[word.End - 2] is '\'' or '’' ? word.End - 2 : word.End;

    private static ReadOnlySpan<char> Slice(string text, TextSpan span) => text.AsSpan(span.Start, span.Length);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
