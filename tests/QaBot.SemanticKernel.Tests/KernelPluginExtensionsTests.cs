using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.SemanticKernel.Tests;

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
        File.ReadAllText(Repository.PathOf("tests", "QaBot.SemanticKernel.Tests", "Sample.cs")), File.ReadAllText(Repository.PathOf("docs", "ADAPTERS.md")), StringComparison.Ordinal);

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
}
