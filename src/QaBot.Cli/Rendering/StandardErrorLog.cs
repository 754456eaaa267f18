using System.Globalization;
using Microsoft.Extensions.Logging;

namespace QaBot.Cli.Rendering;

/// <summary>Logs on standard error, a line each, from information on; never a secret.</summary>
/// <param name="terminal">Where.</param>
/// <param name="redact">Takes out what is not to be seen.</param>
internal sealed class StandardErrorLog(Terminal terminal, Func<string, string> redact) : ILogger
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var time = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var line = $"{time} {logLevel} {formatter(state, exception)}{(exception is null ? "" : " " + Snippet.OneLine(exception.ToString()))}";
        lock (_lock)
        {
            terminal.Error.WriteLine(Printable.Of(redact(line)));
        }
    }
}
