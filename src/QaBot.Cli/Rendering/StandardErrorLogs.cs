using Microsoft.Extensions.Logging;
using QaBot.Mcp;

namespace QaBot.Cli.Rendering;

/// <summary>One log for all that log; of the Model Context Protocol's library its errors alone.</summary>
/// <param name="log">The log.</param>
internal sealed class StandardErrorLogs(StandardErrorLog log) : ILoggerProvider
{
    private readonly FaultLog _faults = new(log);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith(FaultLog.Category, StringComparison.Ordinal) ? _faults : log;

    /// <inheritdoc/>
    public void Dispose() => _faults.Dispose();
}
