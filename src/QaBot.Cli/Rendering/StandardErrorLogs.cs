using Microsoft.Extensions.Logging;

namespace QaBot.Cli.Rendering;

/// <summary>One log for all that log.</summary>
/// <param name="log">The log.</param>
internal sealed class StandardErrorLogs(StandardErrorLog log) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => log;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
