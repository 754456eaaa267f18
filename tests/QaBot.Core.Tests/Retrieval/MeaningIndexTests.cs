using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public class MeaningIndexTests
{
    private const string Text = """
        The ferry crosses the strait twice a day from the first of May.

        Her mother worked as a teacher in a small village school.

        The museum is closed on Mondays and shows old clocks.
        """;

    private static StaticEmbedding Embedding { get; } = SpanReader.Shared(new ReadingOptions()).Embedding;

    [Fact]
    public void Nearest_QuestionWithoutAWordOfTheText_FindsThePassage()
    {
        var index = IndexOf(Text);

        var nearest = new MeaningIndex(index, Embedding).Nearest(Embedding.Of("What did mum do for a living?"), 1, _ => true);

        Assert.Contains("teacher", index[Assert.Single(nearest)].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nearest_PassageThatIsNotWanted_GivesItsPlaceToTheNext()
    {
        var index = IndexOf(Text);
        var meaning = new MeaningIndex(index, Embedding);
        var question = Embedding.Of("What did mum do for a living?");
        var first = Assert.Single(meaning.Nearest(question, 1, _ => true));

        Assert.NotEqual(first, Assert.Single(meaning.Nearest(question, 1, ordinal => ordinal != first)));
    }

    [Fact]
    public void Nearest_NothingAsked_IsNothing() => Assert.Empty(new MeaningIndex(IndexOf(Text), Embedding).Nearest(Embedding.Of(""), 3, _ => true));

    [Fact]
    public void Nearest_EmptyIndex_IsNothing() => Assert.Empty(new MeaningIndex(IndexOf(""), Embedding).Nearest(Embedding.Of("Who?"), 3, _ => true));

    [Fact]
    public async Task Nearest_CancelledWhileVectorsAreMade_MakesThemTheNextTime()
    {
        var meaning = new MeaningIndex(IndexOf(Text), Embedding);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => meaning.Nearest(Embedding.Of("Who?"), 1, _ => true, cancelled.Token));
        Assert.Single(meaning.Nearest(Embedding.Of("Who?"), 1, _ => true));
    }

    private static PassageIndex IndexOf(string text) => PassageIndex.Build(new Corpus([Document.FromText("a.txt", text)]), new ChunkingOptions { TargetLength = 50 });
}
