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
    public async Task NoVerb_PrintsTheHelp()
    {
        var result = await _workspace.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal((await _workspace.RunAsync("--help")).Out, result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Version_IsBare() => Assert.Equal("0.1.0", (await _workspace.RunAsync("--version")).Out.Trim());

    [Theory]
    [InlineData("nonsense", "“nonsense” is no verb, option or argument here. See")]
    [InlineData("aks something", "Did you mean ask?")]
    [InlineData("index --rebiuld", "Did you mean --rebuild?")]
    [InlineData("ask --jsn x", "Did you mean --json?")]
    [InlineData("ask", "ask --help")]
    [InlineData("ask --colour x", "--colour")]
    [InlineData("ask x --corpus", "--corpus")]
    [InlineData("index more", "more")]
    [InlineData("eval --parallel 65", "--parallel wants a whole number from 1 to 64. See qabot eval --help.")]
    [InlineData("eval --parallel x", "--parallel wants a whole number from 1 to 64. See qabot eval --help.")]
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
        (await _workspace.ShellAsync("qabot ask --json Where was Nora Lindqvist born > /dev/full")).AssertRefused(1, "qabot failed");
    }

    [UnixFact]
    public async Task ClosedStandardOutput_IsAFailure()
    {
        await _workspace.RunAsync("index");

        (await _workspace.ShellAsync("qabot ask Where was Nora Lindqvist born >&-")).AssertRefused(1, "Standard output is closed.");
    }

    [UnixFact]
    public async Task ClosedStandardError_DisturbsNobody()
    {
        var result = await _workspace.ShellAsync("qabot ask Where was Nora Lindqvist born 2>&-; qabot nonsense 2>&-");

        Assert.Contains("Bergen", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [UnixFact]
    public async Task ReaderThatHasGone_EndsTheProgramQuietly()
    {
        await _workspace.RunAsync("index");

        var result = await _workspace.ShellAsync("yes 'Where was Nora Lindqvist born?' 2> /dev/null | qabot chat --json | head -n 1; echo ${PIPESTATUS[1]}");

        Assert.Contains("Bergen", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal("141", result.Lines[1]);
        Assert.Equal("", result.Error);
    }
}
