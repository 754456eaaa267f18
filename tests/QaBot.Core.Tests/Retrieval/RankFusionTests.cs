using QaBot.Answering;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class RankFusionTests
{
    private static readonly PassageIndex Index = InventedBiography.Index;

    [Fact]
    public void Fuse_NoOtherRanking_IsTheSame()
    {
        var retrieved = Retrieve();

        Assert.Same(retrieved, RankFusion.Fuse(retrieved, [], Index, 16, withReferences: false));
    }

    [Fact]
    public void Fuse_TwoRankings_AddTheirReciprocalRanks()
    {
        var retrieved = Retrieve();
        var words = retrieved.Hits.Select(hit => hit.Ordinal).Take(3).ToList();
        var other = Enumerable.Range(0, Index.Count).First(i => !retrieved.Hits.Any(hit => hit.Ordinal == i) && Index[i].Zone == Zone.Body);

        Assert.NotEmpty(words);

        // 1/61 + 1/62, 1/62 + 1/63 and 1/63 + 1/64 are above any single 1/61.
        var fused = RankFusion.Fuse(retrieved, [other, .. words], Index, words.Count + 1, withReferences: false);

        Assert.Equal([.. words, other], fused.Hits.Select(hit => hit.Ordinal));
        Assert.Equal(retrieved.Hits.Min(hit => hit.Score), fused.Hits[^1].Score);
    }

    [Fact]
    public void Fuse_References_ComeInOnlyWhereTheyAreAskedFor()
    {
        var reference = Enumerable.Range(0, Index.Count).First(i => Index[i].Zone != Zone.Body);

        Assert.DoesNotContain(RankFusion.Fuse(Retrieve(), [reference], Index, 16, withReferences: false).Hits, hit => hit.Ordinal == reference);
        Assert.Contains(RankFusion.Fuse(Retrieve(), [reference], Index, 16, withReferences: true).Hits, hit => hit.Ordinal == reference);
    }

    [Fact]
    public async Task AskAsync_Ranking_BringsPassagesThatWordsDoNotFind()
    {
        var farm = Enumerable.Range(0, Index.Count).First(i => Index[i].Text.Contains("a farm near Lillehammer", StringComparison.Ordinal));
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, Index, ranking: (_, _, _) => ValueTask.FromResult<IReadOnlyList<int>>([farm]));

        const string Question = "Who taught the violin to Aldermann?";
        var found = answerer.Retrieve(Question, await answerer.RankAsync(Question, CancellationToken.None), CancellationToken.None);

        Assert.Contains(found.Hits, hit => hit.Ordinal == farm);
    }

    private static Retrieved Retrieve() => new Retriever(Index, new RetrievalOptions { Passages = 3 }, _ => false).Retrieve(Question.Parse("Who was her teacher at the Hallvard Conservatory?"));
}
