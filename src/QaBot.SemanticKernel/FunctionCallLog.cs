using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace QaBot.SemanticKernel;

/// <summary>Logs every function that a kernel calls: its name and its time, and what it was given only at Trace.</summary>
internal sealed partial class FunctionCallLog(ILogger log) : IFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var started = Stopwatch.GetTimestamp();
        Calling(log, context.Function.PluginName, context.Function.Name, context.Arguments);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, context.Function.PluginName, context.Function.Name, e);
            throw;
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Called(log, context.Function.PluginName, context.Function.Name, elapsed);
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Plugin}.{Function}({Arguments})")]
    private static partial void Calling(ILogger log, string? plugin, string function, KernelArguments arguments);

    [LoggerMessage(Level = LogLevel.Information, Message = "The model called {Plugin}.{Function}: {Milliseconds:F1} ms")]
    private static partial void Called(ILogger log, string? plugin, string function, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model called {Plugin}.{Function}, which failed")]
    private static partial void Failed(ILogger log, string? plugin, string function, Exception fault);
}
