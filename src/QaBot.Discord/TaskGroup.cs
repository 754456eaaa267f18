using Microsoft.Extensions.Logging;
using QaBot.Discord.Operations;

namespace QaBot.Discord;

/// <summary>Tasks beside the reading of events, which nobody waits for until the end; what goes wrong in them is counted and logged.</summary>
/// <param name="counters">What is counted.</param>
/// <param name="log">The log.</param>
internal sealed class TaskGroup(BotCounters counters, ILogger log)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _tasks = [];

    /// <summary>Starts a task.</summary>
    /// <param name="id">The message or interaction it is for; 0 for none.</param>
    /// <param name="action">What is done.</param>
    public Task Start(ulong id, Func<Task> action)
    {
        var task = Task.Run(() => RunAsync(id, action));
        lock (_lock)
        {
            _tasks.Add(task);
        }

        _ = task.ContinueWith(
            done =>
            {
                lock (_lock)
                {
                    _tasks.Remove(done);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    /// <summary>Waits until all that has been started is done.</summary>
    public async Task WhenAllAsync()
    {
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks];
        }

        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(ulong id, Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            counters.Failed();
            BotLog.Refused(log, id, e.Message, e.Remedy);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            counters.Failed();
            BotLog.Failed(log, id, e);
        }
    }
}
