using System.CommandLine;
using QaBot.Cli.Chat;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot chat</c>: questions in one conversation.</summary>
internal sealed class ChatCommand : Verb
{
    private readonly CommandContext _context;

    public ChatCommand(CommandContext context)
        : base(
            "chat",
            "Ask in a conversation; /help in it lists its commands.",
            "qabot chat",
            "qabot chat --chat",
            "printf 'Who directed Blue?\\nWhen did it open?\\n' | qabot chat --json")
    {
        _context = context;
        Options.Add(context.Options.Chat);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var library = await _context.OpenAsync(command, cancellationToken);
        var terminal = _context.Terminal;
        var isInteractive = terminal is { InIsTerminal: true, OutIsTerminal: true } && !_context.IsJson(command);
        var page = new PageChatOutput(terminal, _context.Terminal.Page());
        IChatOutput output = _context.IsJson(command) ? new JsonChatOutput(terminal) : page;
        var session = new ChatSession(library, await library.CreateAnswererAsync(terminal, log: null, cancellationToken), output, isInteractive ? _context.Interruption : null);
        if (isInteractive)
        {
            page.Welcome(library);
            await session.RunAsync(new PromptInput(terminal, _context.Interruption).ReadLineAsync, cancellationToken);
        }
        else
        {
            await session.RunAsync(terminal.ReadLineAsync, cancellationToken);
        }

        return ExitCodes.Done;
    }
}
