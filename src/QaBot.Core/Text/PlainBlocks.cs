namespace QaBot.Text;

/// <summary>Reads the blocks of plain text by its lines, and those within a paragraph of Markdown.</summary>
internal static class PlainBlocks
{
    /// <summary>The blocks of a text, in order; all that is not blank is in one of them.</summary>
    public static List<Block> Parse(string text)
    {
        var builder = new BlockBuilder(text);
        Read(builder, LineEnds.Lines(text, new TextSpan(0, text.Length)));
        return builder.ToList();
    }

    /// <summary>Adds the blocks of some lines.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="lines">The lines; an empty one ends a paragraph.</param>
    public static void Read(BlockBuilder builder, IEnumerable<TextSpan> lines)
    {
        var run = new List<TextSpan>();
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                run.Add(line);
            }
            else if (run.Count > 0)
            {
                ReadRun(builder, new LineRun(builder.Text, run));
                run = [];
            }
        }

        if (run.Count > 0)
        {
            ReadRun(builder, new LineRun(builder.Text, run));
        }
    }

    private static void ReadRun(BlockBuilder builder, LineRun run)
    {
        string? title = null;
        var subject = builder.LeadIn is null && run.BeginsWithName ? builder.TextOf(run.Span(0, 1)) : null;
        for (int i = 0, next; i < run.Count; i = next)
        {
            if (run.HeadingLevel(i) is var level and > 0)
            {
                next = run.IsUnderlined(i) ? i + 2 : i + 1;
                builder.AddHeading(run.Span(i, next), level);
                continue;
            }

            if (run.StartsTable(i))
            {
                next = ReadTable(builder, run, i);
                continue;
            }

            next = i + 1;
            while (next < run.Count && !run.StartsBlock(next))
            {
                next++;
            }

            var (span, kind) = (run.Span(i, next), run.KindOf(i));
            builder.Add(kind, span, run.ContentStart(i), kind == BlockKind.Paragraph ? title : kind == BlockKind.Record && i > 0 ? subject : null);

            // "1. Fees" above lines that are no items is the title of what they say, and so is a label above lines.
            var isTitle = builder.IsTitle(span) && (kind == BlockKind.Item || (i == 0 && kind == BlockKind.Paragraph && builder.IsLabel(span)));
            title = isTitle ? builder.TextOf(span) : kind == BlockKind.Item ? null : title;
        }
    }

    private static int ReadTable(BlockBuilder builder, LineRun run, int first)
    {
        var next = first;
        string[] columns = [];
        var hasHeads = run.HasHeads(first);
        while (next < run.Count && (next == first || run.ContinuesTable(next)))
        {
            var end = next + 1;
            while (end < run.Count && run.IsRule(end))
            {
                end++;
            }

            var cells = run.Cells(next);
            builder.AddRow(run.Span(next, end), cells, columns);
            if (next == first && hasHeads)
            {
                columns = [.. cells.Select(builder.TextOf)];
            }

            next = end;
        }

        return next;
    }
}
