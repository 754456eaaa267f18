using Spectre.Console;

namespace QaBot.Cli.Rendering;

/// <summary>Shows how far building an index has come, once it has taken a second and when a person watches.</summary>
internal sealed class BuildProgress(Terminal terminal) : IProgress<double>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private double _share;

    /// <inheritdoc/>
    public void Report(double value) => Volatile.Write(ref _share, value);

    /// <summary>Waits for the building.</summary>
    public async Task<T> WaitAsync<T>(Task<T> building)
    {
        if (!building.IsCompleted && terminal is { ErrorIsTerminal: true, HasCursor: true }
            && await Task.WhenAny(building, Task.Delay(Patience)) != building)
        {
            await ShowAsync(building);
        }

        return await building;
    }

    private Task ShowAsync(Task building) => TerminalPage.Create(terminal.Error, !terminal.IsPlain).Progress().AutoClear(true).StartAsync(async context =>
    {
        var bar = context.AddTask("Building the index", maxValue: 1);
        while (await Task.WhenAny(building, Task.Delay(Step)) != building)
        {
            bar.Value = Volatile.Read(ref _share);
        }
    });
}
