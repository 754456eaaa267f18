using QaBot.Chunking;
using QaBot.Cli.Rendering;
using QaBot.Text;

namespace QaBot.Cli.Sources;

/// <summary>A quote in its passage, with what stands before and after.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passage">The passage that the quote is in, or null when it is in none.</param>
/// <param name="Quote">The quote's span.</param>
internal sealed record SourceView(Document Document, Passage? Passage, TextSpan Quote)
{
    private const int Surroundings = 300;

    /// <summary>The span of the passage, stretched to hold the quote.</summary>
    private TextSpan Shown => Passage is null ? Quote
        : new TextSpan(Math.Min(Passage.Span.Start, Quote.Start), Math.Max(Passage.Span.End, Quote.End));

    private int Start => Shown.Start <= Surroundings ? 0 : Math.Min(Snippet.WordStart(Document.Text, Shown.Start - Surroundings), Shown.Start);

    private int End => Shown.End + Surroundings >= Document.Text.Length
        ? Document.Text.Length
        : Math.Max(Snippet.WordEnd(Document.Text, Shown.End + Surroundings), Shown.End);

    /// <summary>Shows it to a person.</summary>
    public void Render(Page page)
    {
        page.Line(new Run($"{Document.Name}:{Quote}", Ink.Place), new Run(Passage is null ? "" : $" · {Passage.Id}", Ink.Dim));
        page.Line();
        page.Line(
            new Run((Start > 0 ? "…" : "") + Text(Start, Shown.Start), Ink.Dim),
            new Run(Text(Shown.Start, Quote.Start)),
            new Run(Text(Quote.Start, Quote.End), Ink.Quote),
            new Run(Text(Quote.End, Shown.End)),
            new Run(Text(Shown.End, End) + (End < Document.Text.Length ? "…" : ""), Ink.Dim));
    }

    /// <summary>The same for programs: <c>before</c>, <c>quote</c> and <c>after</c> are one run of the document.</summary>
    public SourceJson ToJson() => new(
        Document.Name, Document.Hash, Passage?.Id, Quote.Start, Quote.End, Text(Quote.Start, Quote.End), Text(Start, Quote.Start), Text(Quote.End, End));

    private string Text(int start, int end) => Document.Text[start..end];
}
