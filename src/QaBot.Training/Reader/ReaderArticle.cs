using System.Numerics.Tensors;
using System.Text;
using System.Text.RegularExpressions;
using QaBot.Chunking;
using QaBot.Reading;
using QaBot.Text;

namespace QaBot.Training.Reader;

/// <summary>An article as the program reads it: a Markdown document in windows of whole sentences, with the text before them and what they stand under.</summary>
internal sealed partial class ReaderArticle
{
    /// <summary>What the likeness of meanings (a cosine) counts beside the share of the question's words.</summary>
    private const double MeaningWeight = 5;

    private readonly IReadOnlyList<TextSpan> _sentences;
    private readonly Passage _whole;
    private readonly List<TextSpan> _paragraphs = [];
    private readonly Lazy<List<ReadingWindow>> _windows;
    private List<(ReadingWindow Window, HashSet<string> Words, float[] Meaning)>? _compared;

    private ReaderArticle(string title, IEnumerable<(string? Heading, string Text)> paragraphs)
    {
        var text = new StringBuilder("# ").Append(title).Append("\n\n");
        foreach (var (heading, paragraph) in paragraphs)
        {
            if (heading is { Length: > 0 })
            {
                text.Append("## ").Append(heading).Append("\n\n");
            }

            _paragraphs.Add(new TextSpan(text.Length, text.Length + paragraph.Length));
            text.Append(paragraph).Append("\n\n");
        }

        Document = Document.FromText("article.md", text.ToString());
        _sentences = Document.Sentences;
        _whole = new Passage(Document, 1, Zone.Body, _sentences, PassageContext.None);
        _windows = new(() => [.. CutAll()]);
    }

    /// <summary>An article of SQuAD.</summary>
    public static ReaderArticle Of(SquadArticle article) => new(article.Title, article.Paragraphs.Select(text => ((string?)null, text)));

    /// <summary>A document that was written to be learned from.</summary>
    public static ReaderArticle Of(WrittenDocument document) => new(document.Title, document.Paragraphs.Select(p => (p.Heading, p.Text)));

    public Document Document { get; }

    /// <summary>Its windows as the program cuts them, in order.</summary>
    public IReadOnlyList<ReadingWindow> Windows => _windows.Value;

    /// <summary>Where an answer of a paragraph stands in the document.</summary>
    public TextSpan Place(int paragraph, TrainingAnswer answer) => new(_paragraphs[paragraph].Start + answer.Start, _paragraphs[paragraph].Start + answer.Start + answer.Text.Length);

    /// <summary>Where a paragraph stands in the document.</summary>
    public TextSpan Place(int paragraph) => _paragraphs[paragraph];

    /// <summary>The windows that are likest a question, in words and in meaning, of those that may be taken.</summary>
    public List<ReadingWindow> Likest(string question, int count, StaticEmbedding embedding, Func<ReadingWindow, bool> isTaken)
    {
        _compared ??= [.. Windows.Select(window => (window, WordsOf(window.Text), embedding.Of(window)))];
        var (asked, meaning) = (WordsOf(question), embedding.Of(question));
        return [.. _compared.OrderByDescending(window => (MeaningWeight * TensorPrimitives.Dot<float>(meaning, window.Meaning)) + (asked.Count(window.Words.Contains) / (double)Math.Max(1, asked.Count)))
            .Select(window => window.Window).Where(isTaken).Take(count)];
    }

    /// <summary>Whole sentences around a place, alternately before and behind it, until they have the target length, with the heading where they follow one; null for a place in no sentence.</summary>
    public ReadingWindow? Around(TextSpan place, int target) => Grow(place, target, 0, _sentences.Count - 1);

    /// <summary>The sentences on one side of a window until they have the target length; null where there are none.</summary>
    public ReadingWindow? Beside(ReadingWindow window, int target)
    {
        var (before, behind) = (LastIndex(sentence => sentence.End <= window.Span.Start), Index(sentence => sentence.Start >= window.Span.End));
        return target % 2 == 0 && behind < _sentences.Count ? Grow(_sentences[behind], target, behind, _sentences.Count - 1)
            : before >= 0 ? Grow(_sentences[before], target, 0, before)
            : null;
    }

    private ReadingWindow? Grow(TextSpan place, int target, int lowest, int highest)
    {
        var (first, last) = (Index(sentence => sentence.End > place.Start), Index(sentence => sentence.End >= place.End));
        if (last == _sentences.Count || IsHeading(first) || IsHeading(last))
        {
            return null;
        }

        for (var before = target % 2 == 0; _sentences[last].End - _sentences[first].Start < target && (CanJoin(first - 1) || CanJoin(last)); before = !before)
        {
            if (before && CanJoin(first - 1))
            {
                first--;
            }
            else if (CanJoin(last))
            {
                last++;
            }
        }

        first -= first > lowest && IsHeading(first - 1) ? 1 : 0;
        return new ReadingWindow(_whole, new TextSpan(_sentences[first].Start, _sentences[last].End));

        bool CanJoin(int sentence) => sentence >= lowest && sentence + 1 <= highest && !IsHeading(sentence) && !IsHeading(sentence + 1)
            && !ReadingWindow.StandApart(Document, _sentences[sentence], _sentences[sentence + 1]);
    }

    private IEnumerable<ReadingWindow> CutAll()
    {
        var end = 0;
        foreach (var passage in Chunker.Chunk(Document, new ChunkingOptions()))
        {
            foreach (var window in ReadingWindow.Cut(passage, [.. passage.Sentences.Where(sentence => sentence.Start >= end)]))
            {
                yield return window;
            }

            end = passage.Span.End;
        }
    }

    private bool IsHeading(int sentence) => Document.BlockOf(_sentences[sentence]).Kind == BlockKind.Heading;

    private int Index(Func<TextSpan, bool> isIt) => _sentences.TakeWhile(sentence => !isIt(sentence)).Count();

    private int LastIndex(Func<TextSpan, bool> isIt) => _sentences.TakeWhile(isIt).Count() - 1;

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
