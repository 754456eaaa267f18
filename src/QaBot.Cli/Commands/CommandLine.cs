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

    /// <summary>EPIPE.</summary>
    private const int BrokenPipe = 32;

    private readonly CommandContext _context;
    private bool _hasFailed;

    public CommandLine(CommandContext context)
        : base("Answers questions from documents; every sentence cites the exact words of its source.")
    {
        _context = context;
        context.Options.AddTo(this);
        var help = Options.OfType<HelpOption>().Single();
        var action = new HelpText((HelpAction)help.Action!);
        help.Action = action;
        SetAction(action.Invoke);
    }

    /// <summary>Runs the program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var exitCode = await RunSafelyAsync(() => InvokeAsync(args));
        var flushed = _hasFailed ? exitCode : await RunSafelyAsync(async () =>
        {
            await _context.Terminal.Out.FlushAsync();
            return exitCode;
        });
        return exitCode is ExitCodes.Done or ExitCodes.NotInSource ? flushed : exitCode;
    }

    private async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Parse(args, Parsing);
        if (parsed.Errors.Count > 0)
        {
            throw WrongUse(parsed);
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

    private static CommandException WrongUse(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"See qabot {(command is Verb ? command.Name + " " : "")}--help.";
        if (parsed.UnmatchedTokens is not [var unknown, ..])
        {
            return CommandException.Usage(parsed.Errors[0].Message, help);
        }

        var known = unknown.StartsWith('-') ? Verb.OptionNames(command) : command.Subcommands.Select(verb => verb.Name);
        var suggestion = Suggestion.Nearest(unknown, known) is { } nearest ? $" Did you mean {nearest}?" : "";
        return CommandException.Usage($"“{unknown}” is no verb, option or argument here.{suggestion}", help);
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
        catch (IOException e) when (e.HResult == BrokenPipe && !OperatingSystem.IsWindows())
        {
            // The reader has gone: nothing is to be said, and the exit code is that of the signal that ends other programs then.
            _hasFailed = true;
            return ExitCodes.BrokenPipe;
        }
        catch (Exception e)
        {
            _hasFailed = true;
            _context.Terminal.Say($"qabot failed: {Rendering.Snippet.OneLine(e.Message)}");
            return ExitCodes.Failure;
        }
    }
}
