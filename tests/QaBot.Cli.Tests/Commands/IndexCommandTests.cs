using System.Diagnostics;
using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private static readonly string[] Keys = ["passages", "documents", "bytes", "elapsedMs", "built"];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Run_BuildsOnceAndAgainWhenTheCorpusChangesOrItIsAsked()
    {
        Assert.Contains("there was none", (await _workspace.RunAsync("index")).Out, StringComparison.Ordinal);
        Assert.StartsWith("The index is up to date.\npassages   3\ndocuments  1\n", (await _workspace.RunAsync("index")).Out, StringComparison.Ordinal);
        Assert.Contains("a new one was asked for", (await _workspace.RunAsync("index", "--rebuild")).Out, StringComparison.Ordinal);

        _workspace.Write("seeds/second.md", "Olav Hagen built bridges.");
        Assert.Contains("the corpus has changed", (await _workspace.RunAsync("index")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasItsKeys()
    {
        var result = await _workspace.RunAsync("index", "--json");

        var summary = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(Keys, summary.EnumerateObject().Select(property => property.Name));
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task DirectoryIsAFile_FailsWithTheReason()
    {
        _workspace.Write("taken", "");

        (await _workspace.RunAsync("index", "--index", "taken")).AssertRefused(1, "could not be saved in taken: it is a file.", "Give a directory with --index.");
    }

    [Fact]
    public async Task WhileAnotherWrites_SaysSoAndFails()
    {
        Directory.CreateDirectory(_workspace.At("index"));
        using var held = new FileStream(_workspace.At("index/lucene.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        (await _workspace.RunAsync("index")).AssertRefused(1, "another process is writing it");
    }

    [UnixFact]
    public async Task FileTooLargeForItsLimit_FailsAndLeavesNoHalfIndex()
    {
        // Without write-xor-execute the runtime itself starts under the limit.
        var result = await _workspace.ShellAsync(
            $"export DOTNET_EnableWriteXorExecute=0; ulimit -f 8; qabot index --corpus '{Path.Combine(Workspace.Repository, "seeds")}'");

        result.AssertRefused(1, "could not be saved", "--index");
        Assert.Empty(Segments());
    }

    [UnixFact]
    public async Task Interrupted_Exits130AndLeavesNothing()
    {
        Directory.CreateDirectory(_workspace.At("large"));
        _workspace.Write("large/large.txt", string.Concat(Enumerable.Repeat(Workspace.Text, 100_000)));
        using var process = _workspace.Start(["index", "--corpus", "large"]);
        await BusyAsync(process);

        Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Dispose();
        var result = await Workspace.FinishAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("", result.Out + result.Error);
        Assert.Empty(Segments());
    }

    /// <summary>Files of the index that are there, whole or not.</summary>
    private string[] Segments() => Directory.Exists(_workspace.At("index/lucene")) ? Directory.GetFiles(_workspace.At("index/lucene"), "*_*") : [];

    /// <summary>Waits until the process has used the processor for longer than its start takes: it builds then.</summary>
    private static async Task BusyAsync(Process process)
    {
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromMilliseconds(900))
        {
            await Task.Yield();
            process.Refresh();
        }
    }
}
