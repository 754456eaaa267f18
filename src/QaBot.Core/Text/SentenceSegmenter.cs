using System.Collections.Frozen;
using System.Globalization;

namespace QaBot.Text;

/// <summary>Splits a text into sentences. The spans are trimmed of white space, in order, and never overlap.</summary>
/// <remarks>
/// No sentence crosses a block. Within one a full stop ends it unless an abbreviation, an initial or an open quotation says otherwise. The rules are for English prose; the words they need are in the data files beside this one.
/// </remarks>
internal static class SentenceSegmenter
{
    /// <summary>Names these rules; raised whenever a text could get other sentences, so that an index knows it is stale.</summary>
    public const string Version = "sentences-2";

    /// <summary>No sentence is longer, so that text without punctuation still makes passages of bounded size.</summary>
    private const int LongestSentence = 1500;

    /// <summary>A quotation longer than this is split like running text: its closing mark may be missing.</summary>
    private const int LongestQuotation = 500;

    /// <summary>Words before a picture that ends a sentence: "I ❤️ Paris" goes on.</summary>
    private const int FewestWords = 3;

    private const int LongestFootnote = 24;

    private static readonly FrozenSet<string> Never = WordList.Read("Text/abbreviations.txt", "never");
    private static readonly FrozenSet<string> BeforeStarter = WordList.Read("Text/abbreviations.txt", "starter");
    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLookup = Never.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeStarterLookup = BeforeStarter.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StartersLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a capitalised word commonly begins a sentence and is no name.</summary>
    public static bool IsStarter(string word) => Starters.Contains(word);

    /// <summary>The sentences of a plain text: those of its blocks.</summary>
    public static List<TextSpan> Split(string text) => Split(text, PlainBlocks.Parse(text));

    /// <summary>The sentences of a text's blocks.</summary>
    public static List<TextSpan> Split(string text, IEnumerable<Block> blocks)
    {
        var sentences = new List<TextSpan>();
        foreach (var block in blocks)
        {
            if (block.Kind is BlockKind.Heading or BlockKind.Row or BlockKind.Code)
            {
                Add(text, block.Span.Start, block.Span.End, sentences);
            }
            else
            {
                var first = sentences.Count;
                SplitRun(text[block.Span.Start..block.Span.End], block.ContentStart - block.Span.Start, sentences);
                for (var i = first; i < sentences.Count; i++)
                {
                    sentences[i] = new TextSpan(block.Span.Start + sentences[i].Start, block.Span.Start + sentences[i].End);
                }
            }
        }

        return sentences;
    }

    /// <summary>Splits running text; the mark of an item, before <paramref name="contentStart"/>, belongs to its first sentence.</summary>
    private static void SplitRun(string text, int contentStart, List<TextSpan> sentences)
    {
        var start = 0;
        var quoteOpenedAt = -1;
        for (var i = contentStart; i < text.Length; i++)
        {
            var c = text[i];
            if (IsDoubleQuote(c))
            {
                quoteOpenedAt = quoteOpenedAt < 0 && Opens(text, i) ? i : -1;
            }
            else if (IsStop(c))
            {
                var end = BehindClosers(text, i + 1, ref quoteOpenedAt);
                var quoted = quoteOpenedAt >= 0 && ClosesSoon(text, quoteOpenedAt);
                if (!quoted && EndsSentence(text, start, i, end))
                {
                    Add(text, start, end, sentences);
                    start = end;
                    quoteOpenedAt = -1;
                }

                i = end - 1;
            }
            else if (quoteOpenedAt < 0 && PictureEnd(text, start, i) is var picture and > 0)
            {
                Add(text, start, picture, sentences);
                start = picture;
                i = picture - 1;
            }
        }

        Add(text, start, text.Length, sentences);
    }

    /// <summary>Where a picture ends that stands in the place of a full stop, "at nine ⏰ We close", behind three words and before a capital; else 0.</summary>
    private static int PictureEnd(string text, int start, int i)
    {
        if (i == 0 || !char.IsWhiteSpace(text[i - 1]) || !IsPicture(text, i))
        {
            return 0;
        }

        var end = i;
        while (end < text.Length && (IsPicture(text, end) || char.IsLowSurrogate(text[end]) || text[end] is '\uFE0F' or '\u200D'))
        {
            end++;
        }

        var rest = text.AsSpan(end);
        var next = rest.TrimStart();
        return next.Length < rest.Length && next is [var first, ..] && char.IsUpper(first) && text.AsSpan(start, i - start).Count(' ') >= FewestWords ? end : 0;
    }

    private static bool IsPicture(string text, int i) => char.IsSurrogatePair(text, i)
        ? CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.OtherSymbol
        : text[i] is >= '\u2300' and <= '\u2BFF' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.OtherSymbol;

    /// <summary>Moves over what belongs to the sentence behind its full stop: more stops, quotes, brackets, footnote marks.</summary>
    private static int BehindClosers(string text, int i, ref int quoteOpenedAt)
    {
        for (; i < text.Length; i++)
        {
            if (IsDoubleQuote(text[i]))
            {
                if (quoteOpenedAt < 0 && Opens(text, i))
                {
                    break;
                }

                quoteOpenedAt = -1;
            }
            else if (text[i] == '[' && FootnoteEnd(text, i) is var footnote and > 0)
            {
                i = footnote - 1;
            }
            else if (!IsStop(text[i]) && !IsCloser(text, i))
            {
                break;
            }
        }

        return i;
    }

    private static int FootnoteEnd(string text, int open)
    {
        var close = text.AsSpan(open, Math.Min(LongestFootnote, text.Length - open)).IndexOf(']');
        return close < 0 ? -1 : open + close + 1;
    }

    private static bool EndsSentence(string text, int start, int stop, int end)
    {
        if (end == text.Length || IsWideStop(text[stop]))
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpener(text[next])))
        {
            next++;
        }

        if (next == text.Length)
        {
            return true;
        }

        if (char.IsLower(text[next]) || text[next] is ',' or ';' or ')')
        {
            return false;
        }

        return text[stop] != '.' || end - stop > 1 || !StopsAbbreviation(text, start, stop, next);
    }

    private static bool StopsAbbreviation(string text, int start, int stop, int next)
    {
        var wordStart = stop;
        while (wordStart > start && (char.IsLetterOrDigit(text[wordStart - 1]) || (text[wordStart - 1] == '.' && wordStart < stop)))
        {
            wordStart--;
        }

        var word = text.AsSpan(wordStart, stop - wordStart);
        if (word.IsEmpty)
        {
            return false;
        }

        if (NeverLookup.Contains(word))
        {
            return true;
        }

        if (word.SequenceEqual("No") || word.SequenceEqual("no"))
        {
            return char.IsDigit(text[next]);
        }

        if (IsNumberOfList(text, start, wordStart, word))
        {
            return true;
        }

        var mayEnd = BeforeStarterLookup.Contains(word) || IsInitial(word);
        return mayEnd && !StartersLookup.Contains(WordAt(text, next));
    }

    /// <summary>"J", "J.R" or "U.S": capital letters, each but the last with its own full stop.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }

    private static bool IsNumberOfList(string text, int start, int wordStart, ReadOnlySpan<char> word) =>
        word.Length <= 3 && word.IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(start, wordStart - start).IsWhiteSpace();

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '؟' or '۔' or '।' or '॥' || IsWideStop(c);

    /// <summary>The stops of scripts that have no space between sentences.</summary>
    private static bool IsWideStop(char c) => c is '。' or '！' or '？' or '｡';

    /// <summary>A bracket or a quotation mark, the French one with the space before it.</summary>
    private static bool IsCloser(string text, int i) => text[i] is ')' or ']' or '’' or '\'' or '»' or '」' or '』'
        || (char.IsWhiteSpace(text[i]) && i + 1 < text.Length && text[i + 1] == '»' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2])));

    private static bool IsDoubleQuote(char c) => c is '"' or '“' or '”' or '„';

    private static bool IsOpener(char c) => c is '"' or '“' or '„' or '\'' or '‘' or '(' or '[' or '«';

    private static bool Opens(string text, int quote) =>
        text[quote] is '“' or '„' || (text[quote] == '"'
            && (quote == 0 || char.IsWhiteSpace(text[quote - 1]) || text[quote - 1] is '(' or '[' or '-' or '–' or '—')
            && quote + 1 < text.Length && !char.IsWhiteSpace(text[quote + 1]));

    private static bool ClosesSoon(string text, int quote)
    {
        return text.AsSpan(quote + 1, Math.Min(LongestQuotation, text.Length - quote - 1)).IndexOfAny('"', '”', text[quote] == '„' ? '“' : '”') >= 0;
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && LineEnds.IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && LineEnds.IsBlank(text[end - 1]))
        {
            end--;
        }

        while (end - start > LongestSentence)
        {
            var cut = text.LastIndexOf(' ', start + LongestSentence, LongestSentence / 2);
            cut = cut > start ? cut : start + LongestSentence - (char.IsHighSurrogate(text[start + LongestSentence - 1]) ? 1 : 0);
            Add(text, start, cut, sentences);
            start = cut;
            while (start < end && LineEnds.IsBlank(text[start]))
            {
                start++;
            }
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
