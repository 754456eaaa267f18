using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Reading;

/// <summary>Whole sentences of a passage that are read at once.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Span">From the first sentence's start to the last one's end, in the document.</param>
internal sealed record ReadingWindow(Passage Passage, TextSpan Span)
{
    /// <summary>A window has whole sentences of about so many UTF-16 units.</summary>
    private const int Length = 420;

    /// <summary>Whole sentences before it are taken until they have so many UTF-16 units.</summary>
    private const int EnoughBefore = 250;

    /// <summary>The exact characters.</summary>
    public string Text => Passage.Document.Slice(Span);

    /// <summary>Its sentences.</summary>
    public IEnumerable<TextSpan> Sentences => Passage.Sentences.Where(sentence => Span.Contains(sentence));

    /// <summary>The running text before it: whom its pronouns mean, and of what it speaks; empty where a heading, a list or a table stands there, or nothing.</summary>
    public string Before
    {
        get
        {
            var (document, start) = (Passage.Document, Span.Start);
            if (document.BlockOf(Span).Kind != BlockKind.Paragraph)
            {
                return "";
            }

            foreach (var sentence in document.SentencesBefore(Span).TakeWhile(sentence => document.BlockOf(sentence).Kind == BlockKind.Paragraph))
            {
                start = sentence.Start;
                if (Span.Start - start >= EnoughBefore)
                {
                    break;
                }
            }

            return document.Text[start..Span.Start];
        }
    }

    /// <summary>What it stands under: the headings above it, the highest first, and what introduces its list; empty for nothing.</summary>
    public string Outline
    {
        get
        {
            var block = Passage.Document.BlockOf(Span);
            return string.Join(" : ", block.Headings.Append(block.LeadIn).Where(part => !string.IsNullOrEmpty(part) && part != Passage.Document.Heading));
        }
    }

    /// <summary>Cuts sentences of a passage into windows.</summary>
    public static IEnumerable<ReadingWindow> Cut(Passage passage, IReadOnlyList<TextSpan> sentences)
    {
        for (int first = 0, next; first < sentences.Count; first = next)
        {
            next = first + 1;
            while (next < sentences.Count && sentences[next].End - sentences[first].Start <= Length && !StandApart(passage.Document, sentences[next - 1], sentences[next]))
            {
                next++;
            }

            yield return new ReadingWindow(passage, new TextSpan(sentences[first].Start, sentences[next - 1].End));
        }
    }

    /// <summary>Whether two neighbours are rows, records or lines without a full stop, which are read one by one: beside its neighbours the reader takes one for another.</summary>
    public static bool StandApart(Document document, TextSpan sentence, TextSpan next)
    {
        return IsLine(sentence) && IsLine(next);

        bool IsLine(TextSpan span) => document.BlockOf(span) is var block && (block.Kind is BlockKind.Row or BlockKind.Record
            || (block.Kind == BlockKind.Paragraph && block.Span == span && char.IsLetterOrDigit(document.Text[span.End - 1])));
    }
}
