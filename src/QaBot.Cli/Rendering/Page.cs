namespace QaBot.Cli.Rendering;

/// <summary>What people read: paragraphs of runs.</summary>
internal abstract class Page
{
    /// <summary>Writes a paragraph.</summary>
    /// <param name="indent">Columns at the left.</param>
    /// <param name="runs">Its pieces; line ends within them are kept.</param>
    public abstract void Line(int indent, params IEnumerable<Run> runs);

    /// <summary>Writes a paragraph at the left edge.</summary>
    public void Line(params IEnumerable<Run> runs) => Line(0, runs);

    /// <summary>Writes a paragraph of one piece.</summary>
    public void Line(string text, Ink ink = Ink.Plain) => Line(0, new Run(text, ink));

    /// <summary>A piece's text as it may be shown.</summary>
    /// <param name="run">The piece.</param>
    /// <param name="isMarked">Whether a quote is to stand between <c>&gt;&gt;&gt;</c> and <c>&lt;&lt;&lt;</c>, for nothing else tells it from its surroundings.</param>
    protected static string Text(Run run, bool isMarked)
    {
        var text = Printable.Of(run.Text);
        return isMarked && run.Ink == Ink.Quote ? $">>>{text}<<<" : text;
    }
}
