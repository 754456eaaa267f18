using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace QaBot.Chat;

/// <summary>Logs every function that a kernel calls, by name and time: the model's calls at Information, steps at Debug, what they were given only at Trace.</summary>
internal sealed partial class FunctionCallLog(ILogger log) : IFunctionInvocationFilter
{
    /// <summary>A copy of a kernel that logs; one that does not, where there is no log.</summary>
    public static Kernel AddTo(Kernel kernel, ILogger? log)
    {
        var copy = kernel.Clone();
        if (log is not null)
        {
            copy.FunctionInvocationFilters.Add(new FunctionCallLog(log));
        }

        return copy;
    }

    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var (plugin, function) = (context.Function.PluginName, context.Function.Name);
        var level = plugin == PassagesPlugin.Name ? LogLevel.Information : LogLevel.Debug;
        var started = Stopwatch.GetTimestamp();
        Calling(log, plugin, function, context.Arguments);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, plugin, function, e);
            throw;
        }

        if (log.IsEnabled(level))
        {
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Called(log, level, plugin, function, elapsed);
        }
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Plugin}.{Function}({Arguments})")]
    private static partial void Calling(ILogger log, string? plugin, string function, KernelArguments arguments);

    [LoggerMessage(Message = "Called {Plugin}.{Function}: {Milliseconds:F1} ms")]
    private static partial void Called(ILogger log, LogLevel level, string? plugin, string function, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Called {Plugin}.{Function}, which failed")]
    private static partial void Failed(ILogger log, string? plugin, string function, Exception fault);
}
