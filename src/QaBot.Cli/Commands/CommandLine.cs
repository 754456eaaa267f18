using System.CommandLine;
using System.CommandLine.Help;
using QaBot.Chat.Prompts;
using QaBot.Reading;
using QaBot.Text;

namespace QaBot.Cli.Commands;

/// <summary>The program's command line: parses it, runs a verb, and says in one sentence what went wrong.</summary>
internal sealed class CommandLine : RootCommand
{
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };
    private readonly CommandContext _context;

    public CommandLine(CommandContext context)
        : base("Answers questions from documents; every sentence cites the exact words of its source.")
    {
        _context = context;
        context.Options.AddTo(this);
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpText((HelpAction)help.Action!);
    }

    /// <summary>Runs the program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var exitCode = await RunSafelyAsync(() => InvokeAsync(args));
        var flushed = await RunSafelyAsync(async () =>
        {
            await _context.Terminal.Out.FlushAsync();
            return exitCode;
        });
        return exitCode == ExitCodes.Done ? flushed : exitCode;
    }

    private async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Parse(args, Parsing);
        if (parsed.Errors.Count > 0)
        {
            var verb = parsed.CommandResult.Command is Verb command ? command.Name + " " : "";
            var message = parsed.UnmatchedTokens is [var unknown, ..] ? $"“{unknown}” is no verb, option or argument here." : parsed.Errors[0].Message;
            throw CommandException.Usage(message, $"See qabot {verb}--help.");
        }

        _context.Terminal.IsPlain |= parsed.GetValue(_context.Options.NoColor);
        var configuration = new InvocationConfiguration
        {
            Output = _context.Terminal.Out,
            Error = _context.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, _context.Interruption.Token);
    }

    private async Task<int> RunSafelyAsync(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (CommandException e)
        {
            _context.Terminal.Say($"{e.Message} {e.Remedy}");
            return e.ExitCode;
        }
        catch (CorpusException e)
        {
            _context.Terminal.Say($"{e.Message} {e.Remedy}");
            return ExitCodes.Usage;
        }
        catch (ReaderException e)
        {
            _context.Terminal.Say($"{e.Message} {e.Remedy}");
            return ExitCodes.Usage;
        }
        catch (PromptException e)
        {
            _context.Terminal.Say($"{e.Message} {e.Remedy}");
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException) when (_context.Interruption.Token.IsCancellationRequested)
        {
            return _context.Interruption.ExitCode;
        }
        catch (Exception e)
        {
            _context.Terminal.Say($"qabot failed: {Rendering.Snippet.OneLine(e.Message)}");
            return ExitCodes.Failure;
        }
    }
}
