using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public EvalCommandTests() => _workspace.Write("seeds/questions.jsonl", """
        {"id":"1","kind":"where","question":"Where was Lindqvist born?","answers":["Bergen"],"evidence":["Lindqvist was born in Bergen, the daughter of a baker."],"answerable":true}
        {"id":"2","kind":"far","question":"Which zeppelins crossed Antarctica?","answers":[],"answerable":false}
        """);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Help_NamesEachDefaultOnce()
    {
        var help = string.Join(' ', (await _workspace.RunAsync("eval", "--help")).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("[default: reports]", help, StringComparison.Ordinal);
        Assert.Contains("[default: seeds/questions.jsonl]", help, StringComparison.Ordinal);
        Assert.Equal(2, help.Split("[default: 1]").Length);
        Assert.DoesNotContain("] [default:", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_PrintsTablesAndWritesReports()
    {
        var result = await _workspace.RunAsync("eval");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => line.StartsWith("correct ", StringComparison.Ordinal));
        Assert.DoesNotContain("zeppelins", result.Out, StringComparison.Ordinal);
        Assert.Equal(["report.html", "report.json"], Directory.GetFiles(_workspace.At("reports")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Json_IsOneObjectAHalf()
    {
        var result = await _workspace.RunAsync("eval", "--json");

        Assert.Equal(["overall", "dev", "heldout"], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("half").GetString()));
    }

    [Fact]
    public async Task Baseline_IsCompared()
    {
        await _workspace.RunAsync("eval", "--out", "old");
        var result = await _workspace.RunAsync("eval", "--baseline", "old/report.json", "--deletion");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Change", result.Out, StringComparison.Ordinal);
        Assert.Contains("causal-citation", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailUnder_WorseMetric_IsAFailure()
    {
        var result = await _workspace.RunAsync("eval", "--fail-under", "correct=0", "--fail-under", "dev.recall@5=1.5");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("dev.recall@5 is 100.0 %, under 150.0 %.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongUse_IsRefused()
    {
        _workspace.Write("bad.jsonl", "{\"id\":\"1\"}\n");

        (await _workspace.RunAsync("eval", "--fail-under", "nonsense=1")).AssertRefused(2, "nonsense", "citation-precision");
        (await _workspace.RunAsync("eval", "--baseline", "nowhere.json")).AssertRefused(2, "nowhere.json");
        Assert.Equal(2, (await _workspace.RunAsync("eval", "bad.jsonl")).ExitCode);
        Assert.Equal(2, (await _workspace.RunAsync("eval", "nowhere.jsonl")).ExitCode);
    }
}
