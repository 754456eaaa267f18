using QaBot.Answering;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Core.Tests.Citations;

/// <summary>An answer under test: right as built, then changed by the test.</summary>
internal sealed record CitedAnswer(Corpus Corpus, string Text, string? Short, IReadOnlyList<Citation> Citations, AnswerOutcome Outcome = AnswerOutcome.Answered)
{
    /// <summary>The sentences word for word, each with its citation.</summary>
    public static CitedAnswer Of(Document document, params TextSpan[] spans)
    {
        var citations = spans.Select((span, i) => Cite(document, i + 1, span)).ToList();
        var text = string.Join(' ', citations.Select(c => $"{CitedText.Display(c.Quote)} [{c.Number}]"));
        return new CitedAnswer(new Corpus([document]), text, null, citations);
    }

    /// <summary>A claim about a source of one text, all of it cited by [1].</summary>
    public static CitedAnswer About(string source, string text)
    {
        var document = Document.FromText("source.txt", source);
        return new CitedAnswer(new Corpus([document]), text, null, [Cite(document, 1, new TextSpan(0, source.Length))]);
    }

    public IEnumerable<FaultKind> Faults() => CitationVerifier.Verify(Outcome, Text, Short, Citations, Corpus).Select(fault => fault.Kind).Distinct();

    public CitedAnswer WithCitation(int i, Func<Citation, Citation> change) =>
        this with { Citations = [.. Citations.Select((citation, j) => i == j ? change(citation) : citation)] };

    private static Citation Cite(Document document, int number, TextSpan span) =>
        new(number, document.Name, document.Hash, $"{document.Name}#1", span, document.Slice(span));
}
