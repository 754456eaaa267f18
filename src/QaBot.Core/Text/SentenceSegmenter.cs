using System.Collections.Frozen;

namespace QaBot.Text;

/// <summary>Splits a text into sentences. The spans are trimmed of white space, in order, and never overlap.</summary>
/// <remarks>
/// A full stop ends a sentence unless an abbreviation, an initial or an open quotation says otherwise; blank lines, headings and list
/// items end one without a full stop. The rules are for English prose; the words they need are in the data files beside this one.
/// </remarks>
internal static class SentenceSegmenter
{
    /// <summary>Names these rules; raised whenever a text could get other sentences, so that an index knows it is stale.</summary>
    public const string Version = "sentences-1";

    /// <summary>No sentence is longer, so that text without punctuation still makes passages of bounded size.</summary>
    private const int LongestSentence = 1500;

    /// <summary>A quotation longer than this is split like running text: its closing mark may be missing.</summary>
    private const int LongestQuotation = 500;

    private const int LongestHeading = 60;
    private const int LongestFootnote = 24;

    private static readonly FrozenSet<string> Never = WordList.Read("Text/abbreviations.txt", "never");
    private static readonly FrozenSet<string> BeforeStarter = WordList.Read("Text/abbreviations.txt", "starter");
    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLookup = Never.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeStarterLookup = BeforeStarter.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StartersLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a capitalised word commonly begins a sentence and is no name.</summary>
    public static bool IsStarter(string word) => Starters.Contains(word);

    /// <summary>The sentences of <paramref name="text"/>.</summary>
    public static List<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        var quoteOpenedAt = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (EndsBlock(text, start, i))
                {
                    Add(text, start, i, sentences);
                    start = i + 1;
                    quoteOpenedAt = -1;
                }
            }
            else if (IsDoubleQuote(c))
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
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

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

    /// <summary>Whether the line end at <paramref name="newline"/> ends a paragraph, a heading or a list item.</summary>
    private static bool EndsBlock(string text, int start, int newline)
    {
        var rest = text.AsSpan(newline + 1);
        var nextLineEnd = rest.IndexOf('\n');
        var nextLine = nextLineEnd < 0 ? rest : rest[..nextLineEnd];
        if (nextLine.IsWhiteSpace() || StartsBlock(nextLine))
        {
            return true;
        }

        var lineStart = newline == 0 ? 0 : text.LastIndexOf('\n', newline - 1) + 1;
        var line = text.AsSpan(lineStart, newline - lineStart).Trim();
        if (line.StartsWith("#", StringComparison.Ordinal) || line.Length > LongestSentence)
        {
            return true;
        }

        var first = nextLine.TrimStart()[0];
        var isWhole = lineStart <= start || text.AsSpan(start, lineStart - start).IsWhiteSpace();
        return isWhole && line.Length is > 0 and <= LongestHeading && char.IsLetterOrDigit(line[^1])
            && char.IsUpper(first) && nextLine.Length > LongestHeading;
    }

    /// <summary>A Markdown heading, quotation or list item.</summary>
    private static bool StartsBlock(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("#", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal)
            || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal)
            || line.StartsWith("> ", StringComparison.Ordinal);
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
        var rest = text.AsSpan(quote + 1, Math.Min(LongestQuotation, text.Length - quote - 1));
        var paragraph = rest.IndexOf("\n\n", StringComparison.Ordinal);
        paragraph = paragraph < 0 ? rest.IndexOf("\n\r\n", StringComparison.Ordinal) : paragraph;
        return (paragraph < 0 ? rest : rest[..paragraph]).IndexOfAny('"', '”', text[quote] == '„' ? '“' : '”') >= 0;
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        while (end - start > LongestSentence)
        {
            var cut = text.LastIndexOf(' ', start + LongestSentence, LongestSentence / 2);
            cut = cut > start ? cut : start + LongestSentence - (char.IsHighSurrogate(text[start + LongestSentence - 1]) ? 1 : 0);
            Add(text, start, cut, sentences);
            start = cut;
            while (start < end && IsBlank(text[start]))
            {
                start++;
            }
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';
}
