using System.Globalization;
using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class PassagesCommandTests : IDisposable
{
    private static readonly string[] Keys = ["rank", "score", "passage", "document", "start", "end", "zone", "text", "terms"];
    private static readonly string[] TermKeys = ["field", "term", "tf", "df", "idf", "score"];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Explain_TermsAddUpToTheScore()
    {
        var result = await _workspace.RunAsync("passages", "--json", "--explain", "Vega Medal map");

        Assert.Equal(0, result.ExitCode);
        var first = JsonDocument.Parse(result.Lines[0]).RootElement;
        Assert.Equal(Keys, first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, first.GetProperty("rank").GetInt32());
        var terms = first.GetProperty("terms").EnumerateArray().ToList();
        Assert.Equal(TermKeys, terms[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(first.GetProperty("score").GetDouble(), terms.Sum(term => term.GetProperty("score").GetDouble()), 1e-5);
    }

    [Fact]
    public async Task NoQuery_ListsEveryPassage()
    {
        var result = await _workspace.RunAsync("passages", "--json");

        Assert.Equal(3, result.Lines.Length);
        Assert.All(result.Lines.Select(line => JsonDocument.Parse(line).RootElement), passage => Assert.Equal(
            Workspace.Text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()], passage.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Plain_CountsRepeatedWordsAgain()
    {
        var once = await _workspace.RunAsync("passages", "--json", "--plain", "medal");
        var twice = await _workspace.RunAsync("passages", "--json", "--plain", "medal medal");

        Assert.Equal(2 * Score(once), Score(twice), 1e-5);
        Assert.Equal(once.Lines.Length, twice.Lines.Length);
    }

    [Fact]
    public async Task NothingFound_Exits3()
    {
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("passages", "xylophone")).AssertRefused(3, "No passage");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("99999999999")]
    public async Task Limit_OutOfRange_IsRefused(string limit) =>
        (await _workspace.RunAsync("passages", "map", "--limit", limit)).AssertRefused(2, "--limit must be a whole number from 1");

    private static double Score(Result result) =>
        double.Parse(JsonDocument.Parse(result.Lines[0]).RootElement.GetProperty("score").GetRawText(), CultureInfo.InvariantCulture);
}
