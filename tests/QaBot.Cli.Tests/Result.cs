namespace QaBot.Cli.Tests;

/// <summary>What a finished process leaves behind.</summary>
internal sealed record Result(int ExitCode, string Out, string Error)
{
    /// <summary>The lines on standard output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Checks that it wrote no data and that its last sentence on standard error says why.</summary>
    public void AssertEndsWith(int exitCode, params string[] words)
    {
        Assert.Equal("", Out);
        Assert.Equal(exitCode, ExitCode);
        Assert.All(words, word => Assert.Contains(word, Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal));
    }

    /// <summary>Checks that it refused with one sentence on standard error and nothing else.</summary>
    public void AssertRefused(int exitCode, params string[] words)
    {
        Assert.Equal("", Out);
        Assert.Equal(exitCode, ExitCode);
        Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
    }
}
