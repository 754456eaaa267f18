namespace QaBot.Text;

/// <summary>Collects the blocks of a text in their order, and gives each the headings and the lead-in that it stands under.</summary>
/// <param name="text">The text.</param>
internal sealed class BlockBuilder(string text)
{
    private const int LongestLeadIn = 60;
    private const int LongestContext = 200;
    private const int MostWordsOfLabel = 3;
    private readonly List<Block> _blocks = [];
    private readonly List<(int Level, string Text)> _headings = [];
    private string[] _path = [];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>What introduces the items, rows and records that come next, or null.</summary>
    public string? LeadIn { get; set; }

    /// <summary>The blocks in the order of the text; none lies in another.</summary>
    public List<Block> ToList()
    {
        var end = 0;
        var blocks = new List<Block>(_blocks.Count);
        foreach (var block in _blocks.OrderBy(block => block.Span.Start).Where(block => block.Span.Start >= end))
        {
            blocks.Add(block);
            end = block.Span.End;
        }

        return blocks;
    }

    /// <summary>Adds a heading; those of its level and below end.</summary>
    public void AddHeading(TextSpan span, int level)
    {
        _headings.RemoveAll(heading => heading.Level >= level);
        _path = [.. _headings.Select(heading => heading.Text)];
        Add(BlockKind.Heading, span, Markup.ContentStart(text, span));
        _headings.Add((level, TextOf(span)));
        _path = [.. _path, _headings[^1].Text];
        LeadIn = null;
    }

    /// <summary>Adds a block that is no heading and no row.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="span">Its characters.</param>
    /// <param name="contentStart">Where its text begins.</param>
    /// <param name="leadIn">What introduces it; null for what introduces all that comes now, if it is one of a list.</param>
    public void Add(BlockKind kind, TextSpan span, int contentStart, string? leadIn = null)
    {
        if (span.Length == 0)
        {
            return;
        }

        var introduced = kind is BlockKind.Item or BlockKind.Record or BlockKind.Code;
        _blocks.Add(new Block(kind, span, contentStart) { Headings = _path, LeadIn = leadIn ?? (introduced ? LeadIn : null) });
        if (kind == BlockKind.Paragraph)
        {
            LeadIn = Introduces(span) ? TextOf(span) : null;
        }
    }

    /// <summary>Adds a row of a table.</summary>
    public void AddRow(TextSpan span, IReadOnlyList<TextSpan> cells, IReadOnlyList<string> columns) =>
        _blocks.Add(new Block(BlockKind.Row, span, span.Start) { Headings = _path, LeadIn = LeadIn, Cells = cells, Columns = columns });

    /// <summary>A block's text without its marks, as context of others; the end of a long one.</summary>
    public string TextOf(TextSpan span) => Markup.Show(text[Math.Max(span.Start, span.End - LongestContext)..span.End]).Trim();

    /// <summary>Whether what follows a text may be a list of what it says: it ends in a colon, or is a short line without a full stop.</summary>
    public bool Introduces(TextSpan span) => text[span.End - 1] == ':' || IsTitle(span);

    /// <summary>Whether a text is short and has no full stop.</summary>
    public bool IsTitle(TextSpan span) => span.Length <= LongestLeadIn && (char.IsLetterOrDigit(text[span.End - 1]) || text[span.End - 1] is ')' or ':' or '*' or '=' or '-' or '"' or '”');

    /// <summary>Whether a text is a few words without a number: what names the lines below it, and says nothing itself.</summary>
    public bool IsLabel(TextSpan span) => text.AsSpan(span.Start, span.Length) is var words && words.Count(' ') < MostWordsOfLabel && words.IndexOfAnyInRange('0', '9') < 0;
}
