namespace QaBot.Text;

/// <summary>A part of a document that no sentence crosses, with what it is read with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters, the mark of an item or heading included, without blanks around them.</param>
/// <param name="ContentStart">Where its text begins, behind that mark.</param>
internal sealed record Block(BlockKind Kind, TextSpan Span, int ContentStart)
{
    /// <summary>The texts of the headings above it, the highest first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>What introduces the list, the table or the records that it is one of, or null.</summary>
    public string? LeadIn { get; init; }

    /// <summary>For a row its cells; empty ones are there too.</summary>
    public IReadOnlyList<TextSpan> Cells { get; init; } = [];

    /// <summary>For a row the heads of its table's columns; none for the row of the heads and where a table has none.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether it is read by itself: one of a list, of a table or of records, and no running text.</summary>
    public bool IsStructured => Kind != BlockKind.Paragraph;
}
