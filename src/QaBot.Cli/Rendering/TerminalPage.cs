using Spectre.Console;

namespace QaBot.Cli.Rendering;

/// <summary>A page on a terminal: wrapped at its width, with bold, dim and inverse text.</summary>
internal sealed class TerminalPage(TextWriter writer) : Page
{
    private readonly IAnsiConsole _console = Create(writer);

    /// <summary>A console over a writer that is known to be a terminal.</summary>
    public static IAnsiConsole Create(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = WidthOfTerminal();
        return console;
    }

    /// <inheritdoc/>
    public override void Line(int indent, params IEnumerable<Run> runs)
    {
        var paragraph = new Paragraph();
        foreach (var run in runs)
        {
            paragraph.Append(Printable.Of(run.Text), StyleOf(run.Ink));
        }

        _console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        if (paragraph.Length == 0)
        {
            _console.WriteLine();
        }
    }

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Dim => new Style(decoration: Decoration.Dim),
        Ink.Place => new Style(Color.Teal),
        Ink.Quote => new Style(decoration: Decoration.Invert),
        _ => Style.Plain,
    };

    private static int WidthOfTerminal()
    {
        try
        {
            return Math.Max(20, Console.WindowWidth);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return 80;
        }
    }
}
