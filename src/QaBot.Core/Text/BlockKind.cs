namespace QaBot.Text;

/// <summary>What a block is.</summary>
internal enum BlockKind
{
    /// <summary>Running text, or a line that stands by itself.</summary>
    Paragraph,

    /// <summary>A heading: what follows is read with it.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A line that names what it says: <c>key: value</c>, or a speaker and what he says.</summary>
    Record,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A line of code.</summary>
    Code,
}
