using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>The words of a sentence with their classes, gaps and terms; made once a sentence.</summary>
internal sealed class SentenceWords
{
    private const int LongestAnswer = 12;
    private readonly int[]?[] _kinds;

    public SentenceWords(SentenceProfile sentence)
    {
        var text = sentence.Text;
        foreach (var span in EnglishAnalyzer.Words(text))
        {
            var word = text[span.Start..span.End].Replace('’', '\'');
            Spans.Add(span);
            Words.Add(word);
            Classes.Add(WordClass.Of(word));
            Terms.Add(null);
        }

        var at = 0;
        foreach (var token in sentence.Tokens)
        {
            while (at < Spans.Count && Spans[at].Start < token.Span.Start)
            {
                at++;
            }

            if (at < Spans.Count && Spans[at].Start == token.Span.Start)
            {
                Terms[at] = token.Term;
            }
        }

        for (var i = 0; i <= Spans.Count; i++)
        {
            var start = i == 0 ? 0 : Spans[i - 1].End;
            var end = i == Spans.Count ? text.Length : Spans[i].Start;
            Gaps.Add(WordClass.OfGap(text.AsSpan(start, end - start)));
        }

        _kinds = new int[Words.Count][];
        Names = NameScanner.Scan(sentence.Document.Text, sentence.Span);
        Runs = FindRuns(sentence);
    }

    /// <summary>The words' offsets in the sentence.</summary>
    public List<TextSpan> Spans { get; } = [];

    /// <summary>The words.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The class of each.</summary>
    public List<int> Classes { get; } = [];

    /// <summary>The analysed term of each, null for stop words.</summary>
    public List<string?> Terms { get; } = [];

    /// <summary>The class of the gap before each word, and behind the last.</summary>
    public List<int> Gaps { get; } = [];

    /// <summary>The names in the sentence.</summary>
    public List<Name> Names { get; }

    /// <summary>The first and last word of every run that may be an answer, with its place in the document.</summary>
    public List<(int First, int Last, TextSpan Span)> Runs { get; }

    /// <summary>Hashes of what a lower-case word is a kind of.</summary>
    public int[] KindsOf(int word)
    {
        if (_kinds[word] is null)
        {
            var isCommon = Terms[word] is not null && char.IsLower(Words[word][0]);
            _kinds[word] = isCommon ? [.. Lexicon.Find(Terms[word]!).Hypernyms.Select(SpanFeatures.Hash).Order()] : [];
        }

        return _kinds[word]!;
    }

    private List<(int, int, TextSpan)> FindRuns(SentenceProfile sentence)
    {
        var runs = new List<(int, int, TextSpan)>();
        for (var first = 0; first < Words.Count; first++)
        {
            if (!WordClass.MayBegin(Words[first]))
            {
                continue;
            }

            for (var last = first; last < Words.Count && last - first < LongestAnswer; last++)
            {
                if (last > first && !MayCross(Gaps[last]))
                {
                    break;
                }

                if (WordClass.MayEnd(Words[last]))
                {
                    runs.Add((first, last, SpanOf(sentence, first, last)));
                }
            }
        }

        return runs;
    }

    /// <summary>An answer may hold a comma, a hyphen, a full stop of an abbreviation or a quotation mark, but no bracket or semicolon.</summary>
    private static bool MayCross(int gap) => gap is not (WordClass.Semicolon or WordClass.OpeningBracket or WordClass.ClosingBracket);

    private TextSpan SpanOf(SentenceProfile sentence, int first, int last)
    {
        var (start, end) = (Spans[first].Start, Spans[last].End);
        if (start > 0 && sentence.Text[start - 1] is '$' or '£' or '€' or '¥')
        {
            start--;
        }

        if (end < sentence.Text.Length && sentence.Text[end] == '%')
        {
            end++;
        }
        else if (end - start > 2 && sentence.Text[end - 1] == 's' && sentence.Text[end - 2] is '\'' or '’')
        {
            end -= 2;
        }

        return new TextSpan(sentence.Span.Start + start, sentence.Span.Start + end);
    }
}
