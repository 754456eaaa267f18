namespace QaBot.Cli.Tests.Commands;

public sealed class AdaptersTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

#if QABOT_ADAPTERS
    [Fact]
    public async Task Passages_WithLucene_AreThoseOfTheEmbeddedEngineWithTheirShares()
    {
        var embedded = await _workspace.RunAsync("passages", "--explain", "map of Svalbard");
        var lucene = await RunAsync("QABOT_Index__Engine", "Lucene", "passages", "--explain", "map of Svalbard");
        var again = await RunAsync("QABOT_Index__Engine", "Lucene", "passages", "--explain", "map of Svalbard");

        Assert.Equal((0, embedded.Out), (lucene.ExitCode, lucene.Out));
        Assert.Contains("in index/ (there was none)", lucene.Error, StringComparison.Ordinal);
        Assert.Equal((embedded.Out, ""), (again.Out, again.Error));
        Assert.Contains("svalbard", lucene.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_WhileAnotherWritesWithLucene_SaysSoAndFails()
    {
        Directory.CreateDirectory(_workspace.At("index/lucene"));
        using var held = new FileStream(_workspace.At("index/lucene.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        (await RunAsync("QABOT_Index__Engine", "Lucene", "index")).AssertRefused(1, "another process is writing it");
        var asked = await RunAsync("QABOT_Index__Engine", "Lucene", "ask", "Where was Nora Lindqvist born?");
        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("another process is writing it", asked.Error, StringComparison.Ordinal);
    }
#else
    [Theory]
    [InlineData("QABOT_Index__Engine", "Lucene", "Lucene.Net")]
    [InlineData("QABOT_Answering__Orchestrator", "SemanticKernel", "Semantic Kernel")]
    [InlineData("QABOT_Discord__Transport", "DiscordNet", "Discord.Net")]
    public async Task Ask_AdapterThatIsNotBuiltIn_SaysHowToBuildItIn(string variable, string value, string package)
    {
        var refused = await RunAsync(variable, value, "ask", "Where was Nora Lindqvist born?");
        refused.AssertRefused(2, package, "-p:QaBotAdapters=true");
    }
#endif

    private Task<Result> RunAsync(string variable, string value, params string[] args) => _workspace.RunAsync(input: null, args, (variable, value));
}
