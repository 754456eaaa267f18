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
            "printf 'Who directed Blue?\\nWhen did it open?\\n' | qabot chat --json")
    {
        _context = context;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var library = await _context.OpenAsync(command, cancellationToken);
        var terminal = _context.Terminal;
        var isJson = _context.IsJson(command);
        if (isJson || !terminal.InIsTerminal || !terminal.OutIsTerminal)
        {
            IChatOutput output = isJson ? new JsonChatOutput(terminal) : new PageChatOutput(terminal, _context.Page(command));
            await new ChatSession(library, _context.Interruption, output).RunAsync(terminal.In.ReadLineAsync, cancellationToken);
            return ExitCodes.Done;
        }

        var page = new PageChatOutput(terminal, _context.Page(command));
        page.Welcome(library);
        var input = new PromptInput(terminal);
        await new ChatSession(library, _context.Interruption, page).RunAsync(input.ReadLineAsync, cancellationToken);
        return ExitCodes.Done;
    }
}
