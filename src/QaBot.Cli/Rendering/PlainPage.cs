namespace QaBot.Cli.Rendering;

/// <summary>A page for files, pipes and terminals without colours: nothing is wrapped, a quote stands between <c>&gt;&gt;&gt;</c> and <c>&lt;&lt;&lt;</c>.</summary>
internal sealed class PlainPage(TextWriter writer) : Page
{
    /// <inheritdoc/>
    public override void Line(int indent, params IEnumerable<Run> runs)
    {
        writer.Write(new string(' ', indent));
        foreach (var run in runs)
        {
            var text = Printable.Of(run.Text);
            writer.Write(run.Ink == Ink.Quote ? $">>>{text}<<<" : text);
        }

        writer.WriteLine();
    }
}
