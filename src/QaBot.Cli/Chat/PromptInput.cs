using QaBot.Cli.Commands;
using QaBot.Cli.Rendering;

namespace QaBot.Cli.Chat;

/// <summary>Lines that a person types after a prompt: with a line editor where the terminal has a cursor, else as the terminal gives them.</summary>
internal sealed class PromptInput(Terminal terminal, Interruption interruption)
{
    private const string Prompt = "> ";
    private readonly LineEditor? _editor = terminal.HasCursor ? new LineEditor(terminal, Prompt) : null;
    private Task<string?>? _reading;

    /// <summary>The next line, or null at the end of the input.</summary>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (_editor is not null)
        {
            return await Task.Run(_editor.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        }

        while (true)
        {
            terminal.Out.Write(Prompt);
            using var interrupted = interruption.BeginAnswer();
            try
            {
                _reading ??= Task.Run(terminal.In.ReadLine, cancellationToken);
                var line = await _reading.WaitAsync(interrupted.Token);
                _reading = null;
                terminal.Out.Write(line is null ? "\n" : "");
                return line;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // A read of a terminal cannot be called off: the next line that is asked for waits for the same one.
                terminal.Out.Write("\n" + LineEditor.Reminder + "\n");
            }
        }
    }
}
