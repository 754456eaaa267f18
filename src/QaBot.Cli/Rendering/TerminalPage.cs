using Spectre.Console;

namespace QaBot.Cli.Rendering;

/// <summary>A page on a terminal: wrapped at its width, with bold, dim, inverse and coloured text where that is wanted.</summary>
/// <param name="writer">The terminal.</param>
/// <param name="hasStyles">Whether it is; where not, nothing but text is written, and a quote is marked.</param>
internal sealed class TerminalPage(TextWriter writer, bool hasStyles) : Page
{
    private readonly IAnsiConsole _console = Create(writer, hasStyles);

    /// <summary>A console over a writer that is known to be a terminal.</summary>
    /// <param name="writer">The terminal.</param>
    /// <param name="hasColor">Whether colours are wanted.</param>
    public static IAnsiConsole Create(TextWriter writer, bool hasColor)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // Without, Spectre sets the colours of .NET's console, which writes escape sequences of its own: what is to have none gets plain styles.
            Ansi = AnsiSupport.Yes,
            ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
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
            paragraph.Append(Text(run, isMarked: !hasStyles), hasStyles ? StyleOf(run.Ink) : Style.Plain);
        }

        // The padder ends its line itself unless that is empty, and fills it up with spaces: what is not indented goes without.
        if (indent > 0 && paragraph.Length > 0)
        {
            _console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        }
        else
        {
            _console.Write(paragraph);
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
