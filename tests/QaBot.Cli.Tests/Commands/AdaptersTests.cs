namespace QaBot.Cli.Tests.Commands;

public sealed class AdaptersTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

#if !QABOT_ADAPTERS
    [Theory]
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
