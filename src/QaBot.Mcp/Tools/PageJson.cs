using QaBot.Mcp.Documents;

namespace QaBot.Mcp.Tools;

/// <summary>What <c>read_source</c> gives.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="DocumentHash"><c>sha256:…</c> of its bytes.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="Start">UTF-16 offset of the text's first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Text">Exactly the text between them.</param>
/// <param name="Next">Where to read on, or null at the document's end.</param>
/// <param name="Passage">The passage that was asked for, or null.</param>
internal sealed record PageJson(string Document, string DocumentHash, int Length, int Start, int End, string Text, int? Next, PagePassageJson? Passage)
{
    /// <summary>The object of a page.</summary>
    public static PageJson Of(SourcePage page, PagePassageJson? passage) =>
        new(page.Document.Name, page.Document.Hash, page.Document.Text.Length, page.Span.Start, page.Span.End, page.Text, page.Next, passage);
}
