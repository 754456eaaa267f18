using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using QaBot.Cli.Rendering;
using QaBot.Indexing;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot index</c>: builds the index where that is needed, and says what it holds.</summary>
internal sealed class IndexCommand : Verb
{
    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "Build it even when the one there would do." };
    private readonly CommandContext _context;

    public IndexCommand(CommandContext context)
        : base("index", "Build the index, unless the one there is up to date.", "qabot index", "qabot index --corpus notes --index notes/.index --rebuild")
    {
        _context = context;
        Options.Add(_rebuild);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var library = await Library.OpenAsync(_context.Settings(command), _context.Terminal, command.GetValue(_rebuild), cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var directory = library.Settings.Index.Directory;
        if (library.Opened.Origin == IndexOrigin.Memory)
        {
            throw CommandException.Failure(library.Unsaved(), library.UnsavedRemedy());
        }

        var summary = new IndexJson(
            library.Index.Count,
            library.Corpus.Documents.Count,
            new IndexStore(directory).Size(),
            Math.Round(elapsed.TotalMilliseconds, 1),
            library.Opened.Reason);
        if (_context.IsJson(command))
        {
            _context.Terminal.WriteData(JsonSerializer.Serialize(summary, CliJsonContext.Relaxed.IndexJson));
        }
        else
        {
            Render(_context.Terminal.Page(), summary, directory);
        }

        return ExitCodes.Done;
    }

    private static void Render(Page page, IndexJson summary, string directory)
    {
        var invariant = CultureInfo.InvariantCulture;
        page.Line(summary.Built is null ? "The index is up to date." : $"Built the index ({summary.Built}).");
        page.Line(string.Create(invariant, $"passages   {summary.Passages:N0}"));
        page.Line(string.Create(invariant, $"documents  {summary.Documents:N0}"));
        page.Line(string.Create(invariant, $"size       {summary.Bytes:N0} bytes"));
        page.Line(string.Create(invariant, $"time       {summary.ElapsedMs:F1} ms"));
        page.Line($"directory  {directory}");
    }
}
