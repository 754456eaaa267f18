using QaBot.Cli.Rendering;

namespace QaBot.Cli.Chat;

/// <summary>Lines that a person types after a prompt: with a line editor where the terminal has a cursor, else as the terminal gives them.</summary>
internal sealed class PromptInput(Terminal terminal)
{
    private const string Prompt = "> ";
    private readonly LineEditor? _editor = terminal.HasCursor ? new LineEditor(terminal, Prompt) : null;

    /// <summary>The next line, or null at the end of the input.</summary>
    public ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_editor is not null)
        {
            return new ValueTask<string?>(_editor.ReadLine());
        }

        terminal.Out.Write(Prompt);
        return terminal.In.ReadLineAsync(cancellationToken);
    }
}
