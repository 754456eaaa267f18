using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Reading;

/// <summary>Whole sentences of a passage that are read at once.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Span">From the first sentence's start to the last one's end, in the document.</param>
internal sealed record ReadingWindow(Passage Passage, TextSpan Span)
{
    /// <summary>The exact characters.</summary>
    public string Text => Passage.Document.Slice(Span);

    /// <summary>Its sentences.</summary>
    public IEnumerable<TextSpan> Sentences => Passage.Sentences.Where(sentence => Span.Contains(sentence));

    /// <summary>What it stands under: the headings above it, the highest first, and what introduces its list; empty for nothing.</summary>
    public string Outline
    {
        get
        {
            var block = Passage.Document.BlockOf(Span);
            return string.Join(" : ", block.Headings.Append(block.LeadIn).Where(part => !string.IsNullOrEmpty(part) && part != Passage.Document.Heading));
        }
    }
}
