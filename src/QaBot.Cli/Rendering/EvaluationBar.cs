using System.Globalization;
using QaBot.Evaluation.Runs;
using Spectre.Console;

namespace QaBot.Cli.Rendering;

/// <summary>Shows how far an evaluation has come and how long it will still take, when a person watches.</summary>
internal sealed class EvaluationBar(Terminal terminal) : IProgress<EvaluationProgress>
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private EvaluationProgress _progress = new(0, 1, 0, null);

    /// <inheritdoc/>
    public void Report(EvaluationProgress value) => Volatile.Write(ref _progress, value);

    /// <summary>Waits for the run.</summary>
    public async Task<T> WaitAsync<T>(Task<T> running)
    {
        if (terminal is { ErrorIsTerminal: true, HasCursor: true })
        {
            await TerminalPage.Create(terminal.Error, !terminal.IsPlain).Progress().AutoClear(true).StartAsync(context => ShowAsync(context, running));
        }

        return await running;
    }

    private async Task ShowAsync(ProgressContext context, Task running)
    {
        var bar = context.AddTask("Asking");
        while (await Task.WhenAny(running, Task.Delay(Step)) != running)
        {
            var progress = Volatile.Read(ref _progress);
            bar.MaxValue = progress.Total;
            bar.Value = progress.Done;
            bar.Description = Describe(progress);
        }
    }

    private static string Describe(EvaluationProgress progress)
    {
        var invariant = CultureInfo.InvariantCulture;
        var left = progress.Done == progress.Total ? ", adding up"
            : progress.Remaining is { } rest ? string.Create(invariant, $", about {Math.Ceiling(rest.TotalSeconds)} s left") : "";
        return string.Create(invariant, $"{progress.Done} of {progress.Total}{left}");
    }
}
