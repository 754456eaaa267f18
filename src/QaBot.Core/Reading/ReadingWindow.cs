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
}
