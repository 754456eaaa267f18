using System.CommandLine;
using QaBot.Cli.Rendering;
using QaBot.Cli.Telemetry;
using QaBot.Mcp;
using QaBot.Reading;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot mcp</c>: a server of the Model Context Protocol for the program that has started it.</summary>
internal sealed class McpCommand : Verb
{
    /// <summary>How long calls in work and what telemetry has left to send may take at the end.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(14);

    private readonly CommandContext _context;

    public McpCommand(CommandContext context)
        : base(
            "mcp",
            "Answer an assistant over standard input and output, by the Model Context Protocol.",
            "qabot mcp --corpus notes",
            "claude mcp add qabot -- qabot mcp --corpus notes --index notes/.index")
    {
        _context = context;
        Options.Add(context.Options.Chat);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var (settings, terminal) = (_context.Settings(command), _context.Terminal);
        SpanReader.OpenAhead(settings.Reading);
        using var telemetry = TelemetryVariables.Export("qabot-mcp");
        _context.Interruption.Patience = LongestStop;
        var log = new StandardErrorLog(terminal, line => line);
        var library = await _context.OpenAsync(settings, cancellationToken);
        var answerer = await library.CreateAnswererAsync(terminal, log, cancellationToken);
        if (terminal.InIsTerminal)
        {
            terminal.Say("Waiting for the messages of a program: assistants start this themselves (docs/MCP.md has the lines). Ctrl+C ends it.");
        }

        await new CorpusServer(answerer, library.Corpus).RunAsync(terminal.OpenInput(), terminal.OpenOutput(), log, cancellationToken);
        return ExitCodes.Done;
    }
}
