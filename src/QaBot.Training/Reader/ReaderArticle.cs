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
    /// <summary>What the likeness of meanings counts beside the share of the question's words, as for the windows that the program reads.</summary>
    private const double MeaningWeight = 5;

    private readonly Passage _passage;
    private readonly List<TextSpan> _sentences;
    private readonly List<TextSpan> _paragraphs = [];
    private readonly Lazy<List<(ReadingWindow Window, HashSet<string> Words, float[] Meaning)>> _windows;
    private readonly StaticEmbedding _embedding;

    private ReaderArticle(string title, IEnumerable<(string? Heading, string Text)> paragraphs, StaticEmbedding embedding)
    {
        (Title, _embedding) = (title, embedding);
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
        _sentences = [.. Document.Sentences.Where(sentence => Document.BlockOf(sentence).Kind != BlockKind.Heading)];
        _passage = new Passage(Document, 1, Zone.Body, _sentences, PassageContext.None);
        _windows = new(() => [.. ReadingWindow.Cut(_passage, _sentences).Select(window => (window, WordsOf(window.Text), embedding.Of(window)))]);
    }

    /// <summary>An article of SQuAD.</summary>
    /// <param name="article">The article.</param>
    /// <param name="embedding">By which windows are compared with questions.</param>
    public static ReaderArticle Of(SquadArticle article, StaticEmbedding embedding) => new(article.Title, article.Paragraphs.Select(text => ((string?)null, text)), embedding);

    /// <summary>A document that was written to be learned from.</summary>
    /// <param name="document">The document.</param>
    /// <param name="embedding">By which windows are compared with questions.</param>
    public static ReaderArticle Of(WrittenDocument document, StaticEmbedding embedding) => new(document.Title, document.Paragraphs.Select(p => (p.Heading, p.Text)), embedding);

    public string Title { get; }

    public Document Document { get; }

    /// <summary>Its windows as the program cuts them, in order.</summary>
    public IEnumerable<ReadingWindow> Windows => _windows.Value.Select(window => window.Window);

    /// <summary>Where an answer of a paragraph stands in the document.</summary>
    public TextSpan Place(int paragraph, SquadAnswer answer) => new(_paragraphs[paragraph].Start + answer.Start, _paragraphs[paragraph].Start + answer.Start + answer.Text.Length);

    /// <summary>Where a paragraph stands in the document.</summary>
    public TextSpan Place(int paragraph) => _paragraphs[paragraph];

    /// <summary>The windows that are likest a question, in words and in meaning, of those that may be taken.</summary>
    public List<ReadingWindow> Likest(string question, int count, Func<ReadingWindow, bool> isTaken)
    {
        var (asked, meaning) = (WordsOf(question), _embedding.Of(question));
        return [.. _windows.Value.OrderByDescending(window => (MeaningWeight * TensorPrimitives.Dot<float>(meaning, window.Meaning)) + (asked.Count(window.Words.Contains) / (double)Math.Max(1, asked.Count)))
            .Select(window => window.Window).Where(isTaken).Take(count)];
    }

    /// <summary>Whole sentences around a place, alternately before and behind it, until they have the target length; they stand under the same headings, and a row or a record stands alone.</summary>
    public ReadingWindow? Around(TextSpan place, int target)
    {
        var (first, last) = (_sentences.FindIndex(sentence => sentence.End > place.Start), _sentences.FindIndex(sentence => sentence.End >= place.End));
        if (first < 0 || last < first)
        {
            return null;
        }

        for (var before = target % 2 == 0; Length() < target && (Joins(first - 1) || Joins(last)); before = !before)
        {
            if (before && Joins(first - 1))
            {
                first--;
            }
            else if (Joins(last))
            {
                last++;
            }
        }

        return new ReadingWindow(_passage, new TextSpan(_sentences[first].Start, _sentences[last].End));

        int Length() => _sentences[last].End - _sentences[first].Start;
    }

    /// <summary>The sentences on one side of a window until they have the target length; null where there are none.</summary>
    public ReadingWindow? Beside(ReadingWindow window, int target)
    {
        var at = target % 2 == 0 ? _sentences.FindIndex(sentence => sentence.Start >= window.Span.End) : _sentences.FindLastIndex(sentence => sentence.End <= window.Span.Start);
        return at >= 0 && Around(_sentences[at], target) is { } beside && !beside.Span.Overlaps(window.Span) ? beside : null;
    }

    private bool Joins(int sentence)
    {
        if (sentence < 0 || sentence + 1 >= _sentences.Count)
        {
            return false;
        }

        var (block, next) = (Document.BlockOf(_sentences[sentence]), Document.BlockOf(_sentences[sentence + 1]));
        return block.Kind is not (BlockKind.Row or BlockKind.Record) && next.Kind is not (BlockKind.Row or BlockKind.Record) && block.Headings.SequenceEqual(next.Headings);
    }

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
