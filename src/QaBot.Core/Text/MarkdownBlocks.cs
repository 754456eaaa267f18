using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace QaBot.Text;

/// <summary>Reads the blocks of Markdown as CommonMark has them; lines within a paragraph are read as those of plain text.</summary>
/// <remarks>Markdig parses the blocks; what is inside a paragraph (emphasis, tables of pipes, records) it need not.</remarks>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>The blocks of a text, in order; fences and rules are in none. What is nested too deeply to be sensible is read as plain text.</summary>
    public static List<Block> Parse(string text)
    {
        // A byte-order mark would hide a heading or front matter; the offsets stay the same.
        var parsed = text.StartsWith('\uFEFF') ? string.Concat(text.AsSpan(1), " ") : text;
        var reader = new Reader(text, parsed == text ? 0 : 1);
        try
        {
            reader.Read(Markdown.Parse(parsed, Pipeline));
            return reader.ToList();
        }
        catch (ArgumentException)
        {
            // Markdig's word for lists and quotations deeper in one another than it goes.
            return PlainBlocks.Parse(text);
        }
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private sealed class Reader(string text, int shift)
    {
        private readonly BlockBuilder _builder = new(text);

        public List<Block> ToList() => _builder.ToList();

        public void Read(ContainerBlock container)
        {
            foreach (var block in container)
            {
                Read(block);
            }
        }

        private void Read(Markdig.Syntax.Block block)
        {
            var span = SpanOf(block);
            switch (block)
            {
                case HeadingBlock heading when span.Length > 0:
                    _builder.AddHeading(span, heading.Level);
                    break;
                case YamlFrontMatterBlock:
                    PlainBlocks.Read(_builder, Lines(span).Where(line => !Markup.IsRule(text.AsSpan(line.Start, line.Length))));
                    break;
                case ListBlock list:
                    ReadList(list);
                    break;
                case ContainerBlock inner:
                    Read(inner);
                    break;
                case CodeBlock:
                    ReadCode(block, span);
                    break;
                case ThematicBreakBlock:
                    break;
                default:
                    PlainBlocks.Read(_builder, Lines(span));
                    break;
            }
        }

        private void ReadList(ListBlock list)
        {
            var outer = _builder.LeadIn;
            foreach (var item in list.OfType<ListItemBlock>())
            {
                _builder.LeadIn = outer;
                var rest = 0;
                if (item.Count > 0 && item[0] is ParagraphBlock first)
                {
                    // The item's mark belongs to its first line.
                    var span = SpanOf(first);
                    PlainBlocks.Read(_builder, Lines(LineEnds.Trimmed(text, Math.Min(item.Span.Start + shift, span.Start), span.End)));
                    _builder.LeadIn = _builder.TextOf(span);
                    rest = 1;
                }

                foreach (var inner in item.Skip(rest))
                {
                    Read(inner);
                }
            }

            _builder.LeadIn = outer;
        }

        private void ReadCode(Markdig.Syntax.Block block, TextSpan span)
        {
            var lines = Lines(span).ToList();
            if (block is FencedCodeBlock fenced)
            {
                lines.RemoveAt(0);
                if (lines.Count > 0 && text.AsSpan(lines[^1].Start, lines[^1].Length).IndexOfAnyExcept(fenced.FencedChar) < 0)
                {
                    lines.RemoveAt(lines.Count - 1);
                }
            }

            foreach (var line in lines)
            {
                _builder.Add(BlockKind.Code, line, line.Start);
            }
        }

        private TextSpan SpanOf(Markdig.Syntax.Block block)
        {
            var start = Math.Clamp(block.Span.Start + shift, 0, text.Length);
            return LineEnds.Trimmed(text, start, Math.Clamp(block.Span.End + 1 + shift, start, text.Length));
        }

        /// <summary>The lines of a block, without the marks of a quotation that it stands in.</summary>
        private IEnumerable<TextSpan> Lines(TextSpan span)
        {
            foreach (var line in LineEnds.Lines(text, span))
            {
                var start = line.Start;
                while (start < line.End && text[start] is '>' or ' ' && start > span.Start)
                {
                    start++;
                }

                yield return LineEnds.Trimmed(text, start, line.End);
            }
        }
    }
}
