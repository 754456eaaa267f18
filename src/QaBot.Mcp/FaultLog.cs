using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace QaBot.Mcp;

/// <summary>Lets errors of the protocol's library through: below them it logs every message, and among them what a client did wrong, which that is told itself.</summary>
/// <param name="log">Where to, or null for nowhere.</param>
public sealed class FaultLog(ILogger? log) : ILoggerFactory, ILogger
{
    /// <summary>What the library's categories begin with.</summary>
    public const string Category = "ModelContextProtocol";

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && log?.IsEnabled(logLevel) == true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not McpProtocolException)
        {
            log!.Log(logLevel, eventId, state, exception, formatter);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
