using System.Globalization;
using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class SourceCommandTests : IDisposable
{
    private const string Sentence = "Lindqvist was born in Bergen, the daughter of a baker.";
    private static readonly string[] Keys = ["document", "documentHash", "passage", "start", "end", "quote", "before", "after"];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task CitationNumber_ShowsTheLastAnswersQuoteWhereItStands()
    {
        await _workspace.RunAsync("ask", "Where was Nora Lindqvist born?");

        var result = await _workspace.RunAsync("source", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($">>>{Sentence}<<<", result.Out, StringComparison.Ordinal);
        Assert.Contains("In 1950 she drew", result.Out, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task CitationNumber_IndexThatCannotBeWritten_IsRememberedAllTheSame()
    {
        _workspace.Write("taken", "");
        await _workspace.RunAsync("ask", "--index", "taken", "Where was Nora Lindqvist born?");

        var result = await _workspace.RunAsync("source", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($">>>{Sentence}<<<", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CitationNumber_CorpusAndIndexOfTheAnswer_AreRemembered()
    {
        _workspace.Write("notes/hagen.txt", "Olav Hagen was born in Narvik. He built harbours.");
        await _workspace.RunAsync("ask", "--corpus", "notes", "--index", "notes/.index", "Where was Olav Hagen born?");

        var result = await _workspace.RunAsync("source", "1");

        Assert.Contains(">>>Olav Hagen was born in Narvik.<<<", result.Out, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        Assert.False(Directory.Exists(_workspace.At("index")));
        (await _workspace.RunAsync("source", "--corpus", "seeds", "1")).AssertEndsWith(1, "hagen.txt has changed since");
    }

    [Fact]
    public async Task CitationNumber_AnswerThatIsDamaged_IsRefused()
    {
        await _workspace.RunAsync("ask", "Where was Nora Lindqvist born?");
        File.WriteAllText(Directory.GetFiles(_workspace.At(".data"), "*.json", SearchOption.AllDirectories).Single(), "{}");

        (await _workspace.RunAsync("source", "1")).AssertRefused(1, "cannot be read", "Ask first");
    }

    [Fact]
    public async Task Json_BeforeQuoteAndAfterAreTheDocument()
    {
        var start = Workspace.Text.IndexOf(Sentence, StringComparison.Ordinal);

        var result = await _workspace.RunAsync("source", "--json", string.Create(CultureInfo.InvariantCulture, $"{Workspace.Document}:{start}-{start + Sentence.Length}"));

        var source = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(Keys, source.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Sentence, source.GetProperty("quote").GetString());
        Assert.Contains(source.GetProperty("before").GetString() + Sentence + source.GetProperty("after").GetString(), Workspace.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Span_NeverCutsASurrogatePair()
    {
        var map = Workspace.Text.IndexOf("🗺", StringComparison.Ordinal);

        var result = await _workspace.RunAsync("source", "--json", string.Create(CultureInfo.InvariantCulture, $"{map + 1}-{map + 2}"));

        Assert.Equal("🗺", JsonDocument.Parse(result.Out).RootElement.GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData("#2")]
    [InlineData("lindqvist.txt#2")]
    public async Task Passage_ShowsIt(string place)
    {
        var result = await _workspace.RunAsync("source", place);

        Assert.Contains(">>>In 1950 she drew", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#99", "There is no passage")]
    [InlineData("other.txt#1", "no document other.txt")]
    [InlineData("20-10", "no part of")]
    [InlineData("0-99999999999", "no part of")]
    [InlineData("nonsense", "no place in the source")]
    [InlineData("1", "No answer is remembered")]
    public async Task NoSuchPlace_IsRefused(string place, string words)
    {
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("source", place)).AssertRefused(2, words);
    }

    [Fact]
    public async Task SeveralDocuments_WantTheName()
    {
        _workspace.Write("seeds/second.txt", "Olav Hagen built bridges.");
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("source", "0-5")).AssertRefused(2, "2 documents: which one?", "lindqvist.txt");
        Assert.Contains(">>>Olav Hagen<<<", (await _workspace.RunAsync("source", "second.txt:0-10")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorpusChangedSince_IsSaid()
    {
        await _workspace.RunAsync("ask", "Where was Nora Lindqvist born?");
        _workspace.Write("seeds/" + Workspace.Document, "Something new. " + Workspace.Text);
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("source", "1")).AssertRefused(1, "has changed since", "Ask again");
    }

    [Fact]
    public async Task ControlCharactersOfTheSource_DoNotReachTheTerminal()
    {
        _workspace.Write("seeds/" + Workspace.Document, "A line with \u001b[31m in it.");

        Assert.DoesNotContain('\u001b', (await _workspace.RunAsync("source", "0-5")).Out);
    }
}
