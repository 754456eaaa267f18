namespace QaBot.Cli.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("index")]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("passages")]
    [InlineData("source")]
    [InlineData("verify")]
    public async Task Help_OfAVerb_ShowsAnExample(string verb)
    {
        var result = await _workspace.RunAsync(verb, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:\n  ", result.Out, StringComparison.Ordinal);
        Assert.Contains("qabot " + verb, result.Out[result.Out.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfTheProgram_ListsVerbsAndExitCodes()
    {
        var result = await _workspace.RunAsync("--help");

        Assert.Contains("passages <query>", result.Out, StringComparison.Ordinal);
        Assert.Contains("3  the source does not say", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsBare() => Assert.Equal("0.1.0", (await _workspace.RunAsync("--version")).Out.Trim());

    [Theory]
    [InlineData("", "command")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("ask", "ask --help")]
    [InlineData("ask --colour x", "--colour")]
    [InlineData("ask x --corpus", "--corpus")]
    [InlineData("index more", "more")]
    [InlineData("index --corpus=", "--corpus")]
    [InlineData("passages --explain", "no query")]
    [InlineData("ask x --config nowhere.json", "nowhere.json")]
    public async Task WrongUse_IsOneSentence(string line, string word) =>
        (await _workspace.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).AssertRefused(2, word);

    [Fact]
    public async Task AtSign_IsNoResponseFile()
    {
        _workspace.Write("file", "--help");

        Assert.Equal(3, (await _workspace.RunAsync("ask", "@file")).ExitCode);
    }

    [UnixFact]
    public async Task FullStandardOutput_IsAFailure()
    {
        await _workspace.RunAsync("index");

        (await _workspace.ShellAsync("qabot index > /dev/full")).AssertRefused(1, "qabot failed");
    }
}
