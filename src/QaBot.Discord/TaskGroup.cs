namespace QaBot.Discord;

/// <summary>Tasks that nobody waits for until the end.</summary>
internal sealed class TaskGroup
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _tasks = [];

    /// <summary>Starts a task; it may not throw but for cancellation.</summary>
    public Task Start(Func<Task> action)
    {
        var task = Task.Run(action);
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
}
