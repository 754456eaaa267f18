namespace QaBot.Cli.Rendering;

/// <summary>A page for files and pipes: nothing is wrapped, and a quote is marked.</summary>
internal sealed class PlainPage(TextWriter writer) : Page
{
    /// <inheritdoc/>
    public override void Line(int indent, params IEnumerable<Run> runs)
    {
        writer.Write(new string(' ', indent));
        foreach (var run in runs)
        {
            writer.Write(Text(run, isMarked: true));
        }

        writer.WriteLine();
    }
}
