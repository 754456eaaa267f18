using System.Globalization;
using System.Text;
using QaBot.Text;

namespace QaBot.Web.Pages;

/// <summary>A document's text as HTML, whose text, tags apart, is the document's own, UTF-16 unit for unit: offsets into the one are offsets into the other.</summary>
/// <remarks>
/// What is between blocks stands between their elements. A paragraph that goes on for very long is shown in several, each of whole sentences. The parts are what a
/// browser lays out when it comes to them.
/// </remarks>
/// <param name="document">The document.</param>
/// <param name="quote">What is marked, or null.</param>
internal sealed class DocumentHtml(Document document, TextSpan? quote)
{
    private const int PartLength = 8000;
    private const int LongParagraph = 1200;
    private const int PieceLength = 700;

    private readonly StringBuilder _html = new();
    private int _at;
    private int _sentence;
    private bool _hasTarget;

    /// <summary>The HTML, to be written once, part for part: <c>div</c> elements of class <c>part</c> whose <c>data-start</c> is the offset of their first unit.</summary>
    public IEnumerable<string> Parts()
    {
        var text = document.Text;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            foreach (var span in Pieces(block))
            {
                OpenPart();
                Between(block.Kind == BlockKind.Code ? Indentation(span.Start) : span.Start);
                WriteBlock(document.Blocks, i, span);
                if (_html.Length > PartLength && !(block.Kind == BlockKind.Row && IsRow(document.Blocks, i + 1)))
                {
                    yield return ClosePart();
                }
            }
        }

        OpenPart();
        Between(text.Length);
        yield return ClosePart();
    }

    private void OpenPart()
    {
        if (_html.Length == 0)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<div class=\"part\" data-start=\"{_at}\">");
        }
    }

    private string ClosePart()
    {
        var part = _html.Append("</div>").ToString();
        _html.Clear();
        return part;
    }

    /// <summary>Up to where the next block begins: blanks, as a rule; what else is there, such as a fence of code, is shown.</summary>
    private void Between(int end)
    {
        if (document.Text.AsSpan(_at, end - _at).IsWhiteSpace())
        {
            WriteText(end, isSeen: false);
        }
        else
        {
            WriteElement("p class=\"other\"", end);
        }
    }

    private void WriteBlock(IReadOnlyList<Block> blocks, int index, TextSpan span)
    {
        var block = blocks[index];
        switch (block.Kind)
        {
            case BlockKind.Heading:
                // The page's own heading is the first level.
                var level = Math.Min(block.Headings.Count + 2, 6);
                _html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"at-{span.Start}\">");
                WriteSigns(block.ContentStart);
                WriteMarkdown(span.End);
                _html.Append(CultureInfo.InvariantCulture, $"</h{level}>");
                break;
            case BlockKind.Row:
                _html.Append(IsRow(blocks, index - 1) ? "" : "<div class=\"table\" role=\"table\">");
                WriteRow(block, IsRow(blocks, index + 1) && block.Columns.Count == 0 && blocks[index + 1].Columns.Count > 0);
                _html.Append(IsRow(blocks, index + 1) ? "" : "</div>");
                break;
            case BlockKind.Code:
                WriteElement("div class=\"code\"", span.End);
                break;
            case BlockKind.Item:
                _html.Append("<p class=\"item\">");
                WriteMarkdown(span.End, hasBullet: true);
                _html.Append("</p>");
                break;
            default:
                _html.Append(span.Start == block.Span.Start ? "<p>" : "<p class=\"on\">");
                WriteMarkdown(span.End);
                _html.Append("</p>");
                break;
        }
    }

    private void WriteRow(Block row, bool isHeads)
    {
        _html.Append(isHeads ? "<div class=\"heads\" role=\"row\">" : "<div role=\"row\">");
        foreach (var cell in row.Cells)
        {
            WriteSigns(cell.Start);
            _html.Append(isHeads && cell.Length > 0 ? "<span class=\"cell\" role=\"columnheader\">" : "<span class=\"cell\" role=\"cell\">");
            WriteMarkdown(cell.End);
            _html.Append("</span>");
        }

        WriteSigns(row.Span.End);
        _html.Append("</div>");
    }

    /// <summary>Text with the marks of Markdown that are in it set apart.</summary>
    private void WriteMarkdown(int end, bool hasBullet = false)
    {
        var start = _at;
        foreach (var mark in document.IsMarkdown ? Markup.Marks(document.Text[start..end]) : [])
        {
            if (!hasBullet || mark.Start > 0)
            {
                WriteText(start + mark.Start);
                WriteSigns(start + mark.End);
            }
        }

        WriteText(end);
    }

    private static bool IsRow(IReadOnlyList<Block> blocks, int index) => index >= 0 && index < blocks.Count && blocks[index].Kind == BlockKind.Row;

    private int Indentation(int start)
    {
        while (start > _at && document.Text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start;
    }

    /// <summary>A block, or whole sentences of a very long one.</summary>
    private IEnumerable<TextSpan> Pieces(Block block)
    {
        var start = block.Span.Start;
        if (block is { Kind: BlockKind.Paragraph, Span.Length: > LongParagraph })
        {
            for (; _sentence < document.Sentences.Count && document.Sentences[_sentence].Start < block.Span.End; _sentence++)
            {
                var next = document.Sentences[_sentence].Start;
                if (next - start >= PieceLength)
                {
                    yield return new TextSpan(start, next);
                    start = next;
                }
            }
        }

        yield return new TextSpan(start, block.Span.End);
    }

    private void WriteSigns(int end)
    {
        if (end > _at)
        {
            _html.Append("<span class=\"signs\">");
            WriteText(end, isSeen: false);
            _html.Append("</span>");
        }
    }

    private void WriteElement(string tag, int end)
    {
        _html.Append('<').Append(tag).Append('>');
        WriteText(end);
        _html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }

    /// <summary>The text up to an offset, with as much of the quote as is in it; where that is seen first is what links lead to.</summary>
    private void WriteText(int end, bool isSeen = true)
    {
        if (quote is { } marked && marked.Overlaps(new TextSpan(_at, end)))
        {
            Write(Math.Max(_at, marked.Start));
            _html.Append(_hasTarget || !isSeen ? "<mark>" : "<mark id=\"quote\" tabindex=\"-1\">");
            _hasTarget |= isSeen;
            Write(Math.Min(end, marked.End));
            _html.Append("</mark>");
        }

        Write(end);
    }

    private void Write(int end)
    {
        _html.Append(PageHtml.Encode(document.Text.AsSpan(_at, end - _at)));
        _at = end;
    }
}
