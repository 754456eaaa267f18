using QaBot.Text;

namespace QaBot.Mcp.Documents;

/// <summary>A run of a document, never half a character of two units.</summary>
internal sealed class SourcePage
{
    private SourcePage(Document document, TextSpan span) => (Document, Span) = (document, span);

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Half-open UTF-16 offsets.</summary>
    public TextSpan Span { get; }

    /// <summary>Exactly the characters of the span.</summary>
    public string Text => Document.Slice(Span);

    /// <summary>Where the next page begins; null at the document's end.</summary>
    public int? Next => Span.End < Document.Text.Length ? Span.End : null;

    /// <summary>What stands from one offset to another, or to the document's end where that comes first.</summary>
    public static SourcePage Of(Document document, int start, int end)
    {
        end = Math.Min(end, document.Text.Length);
        return new SourcePage(document, new TextSpan(document.IsInsideCharacter(start) ? start - 1 : start, document.IsInsideCharacter(end) ? end + 1 : end));
    }

    /// <summary>What stands from an offset on, as far as there is room; a page that the document goes on behind ends with a line or a word.</summary>
    public static SourcePage From(Document document, int start, int room)
    {
        var text = document.Text;
        if (text.Length - start <= room)
        {
            return Of(document, start, text.Length);
        }

        var last = text.AsSpan(start + (room / 2), room - (room / 2));
        var line = last.LastIndexOf('\n');
        var word = line < 0 ? last.LastIndexOf(' ') : line;
        return Of(document, start, word < 0 ? start + room : start + (room / 2) + word + 1);
    }
}
