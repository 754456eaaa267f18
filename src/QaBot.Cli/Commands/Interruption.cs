using System.Runtime.InteropServices;

namespace QaBot.Cli.Commands;

/// <summary>Ctrl+C and a request to terminate: the first ends what is under way, and the process where that takes long; a second one the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private const int SignalBase = 128;
    private readonly CancellationTokenSource _program = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration? _fileTooLarge;
    private CancellationTokenSource? _answer;

    /// <summary>Begins to listen.</summary>
    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);

        // SIGXFSZ would end the process where a file grows beyond its limit; without it the write fails, and a sentence says so.
        _fileTooLarge = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)25, signal => signal.Cancel = true);
    }

    /// <summary>How long what is under way may take to end. Default 2 seconds.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Token => _program.Token;

    /// <summary>The exit code of an interrupted program, as shells have it: 128 and the number of the signal.</summary>
    public int ExitCode { get; private set; } = SignalBase + 2;

    /// <summary>Makes Ctrl+C end one answer, not the program, until what is returned is disposed of.</summary>
    public CancellationTokenSource BeginAnswer()
    {
        var answer = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _answer = answer;
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _fileTooLarge?.Dispose();
        _program.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        var isInterrupt = context.Signal == PosixSignal.SIGINT;
        ExitCode = SignalBase + (isInterrupt ? 2 : 15);
        if (isInterrupt && TryCancelAnswer())
        {
            context.Cancel = true;
            return;
        }

        context.Cancel = !Token.IsCancellationRequested;
        if (context.Cancel)
        {
            EndSoon();
            _program.Cancel();
        }
    }

    /// <summary>What cannot be called off, a read of a pipe say, ends with the process.</summary>
    private void EndSoon() => new Thread(() =>
    {
        Thread.Sleep(Patience);
        Environment.Exit(ExitCode);
    })
    { IsBackground = true }.Start();

    private bool TryCancelAnswer()
    {
        try
        {
            if (_answer is not { IsCancellationRequested: false } answer)
            {
                return false;
            }

            answer.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            _answer = null;
            return false;
        }
    }
}
