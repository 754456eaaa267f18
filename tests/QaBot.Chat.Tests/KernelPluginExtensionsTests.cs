using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class KernelPluginExtensionsTests
{
    [Fact]
    public async Task Sample_Question_IsAnsweredWithCitations()
    {
        var answer = AnswerJson.Parse(await Sample.AskAsync(Repository.PathOf("seeds"), "When was Juliette Binoche born?"));
        Assert.Equal("answered", answer.Outcome);
        Assert.Contains(answer.Citations, citation => citation.Quote.Contains("9 March 1964", StringComparison.Ordinal));
    }

    [Fact]
    public void Sample_InTheDocument_IsTheOneThatRuns() => Assert.Contains(
        File.ReadAllText(Repository.PathOf("tests", "QaBot.Chat.Tests", "Sample.cs")), File.ReadAllText(Repository.PathOf("docs", "CHAT.md")), StringComparison.Ordinal);

    [Fact]
    public async Task AddQaBot_Search_GivesPassagesWithTheirIds()
    {
        var corpus = new Corpus([Sources.Biography]);
        var kernel = Kernel.CreateBuilder().Build();
        var plugin = kernel.Plugins.AddQaBot(new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions())));

        var found = await kernel.InvokeAsync<string>("QaBot", "search", new KernelArguments { ["query"] = "Chocolat", ["k"] = 2 });

        Assert.Equal(["ask", "search"], plugin.Select(function => function.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, found!.Split("juliette-binoche.txt#").Length - 1);
        Assert.Contains("Chocolat", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddQaBotSteps_CalledOneByOne_GiveWhatEachStepFinds()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddQaBot(InventedBiography.Answerer);
        kernel.Plugins.AddQaBotSteps(InventedBiography.Answerer);
        const string Question = "Where was Aldermann born?";

        var read = await InvokeAsync("QaBotSteps", "resolve", ("question", "And when?"), ("earlier", Question));
        var passages = await InvokeAsync("QaBotSteps", "search", ("question", Question));
        var answer = await InvokeAsync("QaBotSteps", "read", ("question", Question));
        var asked = await InvokeAsync("QaBot", "ask", ("question", Question));

        Assert.StartsWith("When was Aldermann born", read, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tove-aldermann.txt#1 ", passages, StringComparison.Ordinal);
        Assert.StartsWith("Aldermann was born in Bergen. [1]", answer, StringComparison.Ordinal);
        Assert.Equal("", await InvokeAsync("QaBotSteps", "verify", ("answer", asked)));
        Assert.NotEqual("", await InvokeAsync("QaBotSteps", "verify", ("answer", asked.Replace("Bergen", "Oslo", StringComparison.Ordinal))));

        async Task<string> InvokeAsync(string plugin, string function, params (string Name, string Value)[] values) =>
            (await kernel.InvokeAsync<string>(plugin, function, new KernelArguments(values.ToDictionary(value => value.Name, value => (object?)value.Value))))!;
    }
}
