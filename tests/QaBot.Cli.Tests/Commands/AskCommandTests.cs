using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class AskCommandTests : IDisposable
{
    private const string Question = "Where was Nora Lindqvist born?";
    private static readonly string[] AnswerKeys =
        ["question", "readAs", "outcome", "reason", "answer", "short", "confidence", "citations", "engine", "elapsedMs"];

    private static readonly string[] CitationKeys = ["number", "document", "documentHash", "passage", "start", "end", "quote"];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Json_Answered_IsTheContractKeyByKey()
    {
        var result = await _workspace.RunAsync("ask", "--json", Question);

        Assert.Equal(0, result.ExitCode);
        var answer = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(AnswerKeys, answer.EnumerateObject().Select(property => property.Name));
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal(CitationKeys, citation.EnumerateObject().Select(property => property.Name));
        var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
        Assert.Equal(Workspace.Text[start..end], citation.GetProperty("quote").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Contains("Bergen", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal("0.1.0", answer.GetProperty("engine").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Text_Answered_HasTheSentenceAndItsFootnote()
    {
        var result = await _workspace.RunAsync("ask", Question);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Bergen", result.Out, StringComparison.Ordinal);
        Assert.Contains($"[1] {Workspace.Document}:", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.Equal("Built the index of 3 passages in index/ (there was none).\n", result.Error);
    }

    [Fact]
    public async Task SeveralWordsOrStandardInput_AreTheSameQuestion()
    {
        var quoted = await _workspace.RunAsync("ask", Question);
        var words = await _workspace.RunAsync(["ask", .. Question.Split(' ')]);
        var piped = await _workspace.RunAsync(Question + "\n", ["ask", "-"]);

        Assert.Equal(quoted.Out, words.Out);
        Assert.Equal(quoted.Out, piped.Out);
        Assert.Equal("", piped.Error);
    }

    [Fact]
    public async Task StandardInput_SeveralLines_AreAsManyQuestions()
    {
        const string Input = Question + "\r\n\n  \nWhich aeroplane did Lindqvist pilot over Antarctica?\nWhen?";

        var json = await _workspace.RunAsync(Input, ["ask", "--json", "-"]);
        var text = await _workspace.RunAsync(Input, ["ask", "-"]);

        Assert.Equal(3, json.ExitCode);
        Assert.Equal(["answered", "abstained", "abstained"], json.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()));
        Assert.StartsWith($"> {Question}\n\nBergen\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("\n\n> Which aeroplane did Lindqvist pilot over Antarctica?\n\nThe source does not say.\n", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandardInput_OneLineIsRefused_ExitsWith2()
    {
        var result = await _workspace.RunAsync($"{Question}\nbad\u0007question\n{Question}\n", ["ask", "--json", "-"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(3, result.Lines.Length);
    }

    [UnixFact]
    public async Task Answered_LeavesNothingInTheHomeDirectoryAndReportsToNobody()
    {
        Directory.CreateDirectory(_workspace.At("home"));

        var result = await _workspace.ShellAsync($"unset CI ORT_DISABLE_TELEMETRY XDG_CACHE_HOME; HOME=$PWD/home qabot ask '{Question}'");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_workspace.At("home")));
    }

    [UnixFact]
    public async Task StandardInput_Closed_HasNoQuestion()
    {
        await _workspace.RunAsync("index");

        (await _workspace.ShellAsync("qabot ask - <&-")).AssertRefused(2, "The question is empty");
    }

    [Fact]
    public async Task NotInTheSourceAndNothingNear_Exits3AndSaysNoMore()
    {
        var result = await _workspace.RunAsync("ask", "Which aeroplane did Lindqvist pilot over Antarctica?");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("The source does not say.\n", result.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Where \u0007 was she born?")]
    public async Task EmptyOrControlCharacters_AreRefused(string question)
    {
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("ask", question)).AssertRefused(2, "question");
    }

    [Fact]
    public async Task FiveThousandCharacters_AreRefusedInJsonToo()
    {
        var result = await _workspace.RunAsync("ask", "--json", new string('a', 5000));

        Assert.Equal(2, result.ExitCode);
        var answer = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal("refused", answer.GetProperty("outcome").GetString());
        Assert.Contains("too long", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("too long", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherLanguage_IsNotInTheSource()
    {
        Assert.Equal(3, (await _workspace.RunAsync("ask", "Quelle musique aimait-elle quand elle était jeune ?")).ExitCode);
    }

    [Fact]
    public async Task Seeds_AreTheDefaultCorpus()
    {
        var seeds = Path.Combine(Workspace.Repository, "seeds");

        var result = await _workspace.RunAsync("ask", "--corpus", seeds, "--json", "Where was Juliette Binoche born?");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("juliette-binoche.txt#", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndexDirectoryIsAFile_AnswersFromMemoryAndSaysSo()
    {
        _workspace.Write("taken", "");

        var result = await _workspace.RunAsync("ask", "--index", "taken", Question);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Bergen", result.Out, StringComparison.Ordinal);
        Assert.Contains("could not be saved in taken: it is a file. Answers come from memory this time. Give a directory with --index.", result.Error, StringComparison.Ordinal);
    }

    [UnprivilegedFact]
    public async Task ReadOnlyIndexDirectory_AnswersFromMemoryAndSaysSo()
    {
        var result = await _workspace.ShellAsync("mkdir locked; chmod 500 locked; qabot ask --index locked Where was Lindqvist born");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("from memory", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAtOnce_BothAnswerAndTheIndexIsWhole()
    {
        using var first = _workspace.Start(["ask", Question]);
        using var second = _workspace.Start(["ask", Question]);
        var results = await Task.WhenAll(Workspace.FinishAsync(first), Workspace.FinishAsync(second));

        Assert.All(results, result => Assert.Equal(0, result.ExitCode));
        Assert.Equal(results[0].Out, results[1].Out);
        Assert.StartsWith("The index is up to date.", (await _workspace.RunAsync("index")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherProcessIsBuilding_AnswersFromMemory()
    {
        Directory.CreateDirectory(_workspace.At("index"));
        using var held = new FileStream(_workspace.At("index/lucene.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await _workspace.RunAsync("ask", Question);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("another process is writing it", result.Error, StringComparison.Ordinal);
    }
}
