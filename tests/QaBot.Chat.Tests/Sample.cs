using Microsoft.SemanticKernel;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Chat.Tests;

/// <summary>What docs/CHAT.md shows.</summary>
internal static class Sample
{
    public static async Task<string> AskAsync(string folder, string question)
    {
        var corpus = await Corpus.LoadAsync(folder);
        var answerer = new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions()));

        var kernel = Kernel.CreateBuilder().Build();
        kernel.Plugins.AddQaBot(answerer);

        // A model of yours can call QaBot.ask and QaBot.search; so can you.
        var answer = await kernel.InvokeAsync("QaBot", "ask", new KernelArguments { ["question"] = question });
        return answer.GetValue<string>()!;
    }
}
