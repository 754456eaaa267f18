using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

public sealed class PassageIndexTests
{
    private static readonly ChunkingOptions Options = new();
    private static readonly Corpus Biography = new([Sources.Biography]);
    private static readonly PassageIndex Index = PassageIndex.Build(Biography, Options);

    [Fact]
    public void Search_ZoneFilter_IsTheUnfilteredRankingWithoutTheOthers()
    {
        foreach (var text in new[] { "Binoche interview", "film 1996", "retrieved" })
        {
            var all = Index.Search(Query(text), Index.Count);
            foreach (var zone in Enum.GetValues<Zone>())
            {
                var expected = all.Where(hit => hit.Passage.Zone == zone).Take(10).Select(hit => (hit.Ordinal, hit.Score));
                Assert.Equal(expected, Index.Search(Query(text) with { Zone = zone }, 10).Select(hit => (hit.Ordinal, hit.Score)));
            }
        }
    }

    [Fact]
    public void Search_WeightedTerm_ScoresInProportion()
    {
        var once = Index.Search(new PassageQuery([new QueryTerm("pari")]), 5);
        var twice = Index.Search(new PassageQuery([new QueryTerm("pari", 2)]), 5);
        Assert.Equal(once.Select(hit => (hit.Ordinal, hit.Score * 2)), twice.Select(hit => (hit.Ordinal, hit.Score)));
    }

    [Fact]
    public void Search_SameQueryAgain_IsNotTouchedByTheOnesBetween()
    {
        var first = Ranking(Search(Index, "Chocolat perfume", 10));
        Search(Index, "the English Patient Oscar film director", 10);
        Assert.Equal(first, Ranking(Search(Index, "Chocolat perfume", 10)));
    }

    [Fact]
    public void Build_Twice_GivesTheSameBytes() => Assert.Equal(
        PassageIndexWriter.Build(Biography, Options, progress: null, CancellationToken.None),
        PassageIndexWriter.Build(new Corpus([Sources.Biography]), new ChunkingOptions(), progress: null, CancellationToken.None));

    [Fact]
    public void Build_BeyondTheLimit_SaysSo()
    {
        var e = Assert.Throws<CorpusException>(
            () => PassageIndexWriter.Build(Biography, Options, progress: null, CancellationToken.None, limit: 150_000));
        Assert.Contains("too large", e.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<PassageHit> Search(PassageIndex index, string text, int count) => index.Search(Query(text), count);

    private static PassageQuery Query(string text, float contextWeight = 0) =>
        new(EnglishAnalyzer.Analyze(text).ConvertAll(token => new QueryTerm(token.Term)), contextWeight);

    private static List<(int, float)> Ranking(IReadOnlyList<PassageHit> hits) => [.. hits.Select(hit => (hit.Ordinal, hit.Score))];
}
