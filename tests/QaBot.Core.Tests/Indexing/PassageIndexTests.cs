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
    public void Build_Biography_HoldsThePassagesOfTheChunker()
    {
        var expected = Chunker.Chunk(Sources.Biography, Options).ToList();
        Assert.Equal(expected.Count, Index.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var passage = Index[i];
            Assert.Equal((expected[i].Id, expected[i].Zone, expected[i].Span, expected[i].Context), (passage.Id, passage.Zone, passage.Span, passage.Context));
            Assert.Equal(expected[i].Sentences, passage.Sentences);
        }
    }

    [Fact]
    public void Build_SeveralDocumentsSomeEmpty_FindsEachPassagesDocument()
    {
        using var index = PassageIndex.Build(
            new Corpus(
            [
                Document.FromText("a.txt", " \n"), Document.FromText("b.txt", "The cat sat. \n\n"), Document.FromText("c.txt", ""),
                Document.FromText("d.txt", "A dog ran."), Document.FromText("e.txt", "\n"),
            ]),
            Options);
        Assert.Equal(["b.txt#1", "d.txt#1"], Enumerable.Range(0, index.Count).Select(i => index[i].Id));
        Assert.Equal("d.txt#1", Assert.Single(index.Search(Query("dogs"), 5)).Passage.Id);
    }

    [Fact]
    public void Search_CorpusWithoutPassages_FindsNothing()
    {
        using var index = PassageIndex.Build(new Corpus([Document.FromText("a.txt", " ")]), Options);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Search(Query("anything"), 3));
        Assert.Empty(index.Terms());
        Assert.Throws<ArgumentOutOfRangeException>(() => index[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Indexer_NoSuchOrdinal_Throws(int ordinal)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Index[ordinal]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Index.Explain(Query("film"), ordinal));
    }

    [Fact]
    public void Search_TopOfARanking_IsItsBeginning()
    {
        var query = Query("film director award", contextWeight: 0.3f);
        var all = Ranking(Index.Search(query, Index.Count));
        Assert.True(all.Count > 20);
        foreach (var count in new[] { 1, 2, 10, Index.Count + 1 })
        {
            Assert.Equal(all.Take(count), Ranking(Index.Search(query, count)));
        }
    }

    [Fact]
    public void Search_EqualScores_RankByOrdinal()
    {
        using var index = PassageIndex.Build(new Corpus([.. Enumerable.Range(0, 40).Select(i => Document.FromText($"{i:D2}.txt", "One cat sat here."))]), Options);
        Assert.Equal(Enumerable.Range(0, 10), index.Search(Query("cats"), 10).Select(hit => hit.Ordinal));
    }

    [Fact]
    public void Search_ZoneFilter_IsTheUnfilteredRankingWithoutTheOthers()
    {
        foreach (var text in new[] { "Binoche interview", "film 1996", "retrieved" })
        {
            var all = Index.Search(Query(text), Index.Count);
            foreach (var zone in Enum.GetValues<Zone>())
            {
                var expected = all.Where(hit => hit.Passage.Zone == zone).Take(10).Select(hit => hit.Ordinal);
                Assert.Equal(expected, Index.Search(Query(text) with { Zone = zone }, 10).Select(hit => hit.Ordinal));
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
    public void Search_MoreTermsThanLucenesLimit_FindsAll()
    {
        var terms = Index.Terms().Select(term => new QueryTerm(term.Term)).ToList();
        Assert.True(terms.Count > 1_024);
        Assert.Equal(Index.Count, Index.Search(new PassageQuery(terms), Index.Count).Count);
    }

    [Fact]
    public void Search_WeightOfNothing_FindsNothing() => Assert.Empty(Index.Search(new PassageQuery([new QueryTerm("film", 0)]), 5));

    [Fact]
    public void Explain_EveryHit_SumsToItsScore()
    {
        var query = Query("Which film by Kieślowski won awards film", contextWeight: 0.3f);
        var hits = Index.Search(query, 50);
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(hit.Score, Index.Explain(query, hit.Ordinal).Sum(share => share.Score), hit.Score * 1e-5f));
        Assert.Contains(hits, hit => Index.Explain(query, hit.Ordinal).Any(share => share.Field == "context"));
    }

    [Fact]
    public void Explain_TermOfAHit_CountsItInPassageAndIndex()
    {
        var query = Query("films");
        foreach (var hit in Index.Search(query, 50))
        {
            var share = Assert.Single(Index.Explain(query, hit.Ordinal));
            var frequency = EnglishAnalyzer.Analyze(hit.Passage.Text).Count(token => token.Term == "film");
            Assert.Equal(("text", "film", frequency, Index.DocumentFrequency("film")), (share.Field, share.Term, share.Frequency, share.DocumentFrequency));
            Assert.Equal(Index.InverseDocumentFrequency("film"), share.Idf);
        }
    }

    [Fact]
    public void InverseDocumentFrequency_RarerTerm_IsGreaterAndNeverNegative()
    {
        var weights = Index.Terms().OrderBy(term => term.DocumentFrequency).Select(term => Index.InverseDocumentFrequency(term.Term)).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.True(weights[^1] > 0);
    }

    [Fact]
    public void DocumentFrequency_EveryTerm_IsTheCountOfItsPassages()
    {
        var expected = Enumerable.Range(0, Index.Count)
            .SelectMany(i => EnglishAnalyzer.Analyze(Index[i].Text).Select(token => token.Term).Distinct())
            .CountBy(term => term).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
        Assert.Equal(expected, Index.Terms());
        Assert.All(Index.Terms(), term => Assert.Equal(term.DocumentFrequency, Index.DocumentFrequency(term.Term)));
        Assert.Equal(0, Index.DocumentFrequency("zyzzyva"));
        Assert.Equal(0, Index.DocumentFrequency(new string('é', 1_000)));
        Assert.Equal(0, Index.DocumentFrequency(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("th")]
    [InlineData("é")]
    [InlineData("zzzz")]
    public void Terms_OfAPrefix_AreThoseThatBeginWithIt(string prefix) =>
        Assert.Equal(Index.Terms().Where(term => term.Term.StartsWith(prefix, StringComparison.Ordinal)), Index.Terms(prefix));

    [Fact]
    public void Search_FromManyThreads_IsAsFromOne()
    {
        var queries = Index.Terms().Select(term => term.Term).Chunk(32).Select(terms => new PassageQuery([.. terms.Select(t => new QueryTerm(t))], 0.3f)).ToList();
        var expected = queries.ConvertAll(query => Ranking(Index.Search(query, 10)));
        Parallel.For(0, queries.Count * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % queries.Count], Ranking(Index.Search(queries[i % queries.Count], 10))));
    }

    private static PassageQuery Query(string text, float contextWeight = 0) =>
        new(EnglishAnalyzer.Analyze(text).ConvertAll(token => new QueryTerm(token.Term)), contextWeight);

    private static List<(int, float)> Ranking(IReadOnlyList<PassageHit> hits) => [.. hits.Select(hit => (hit.Ordinal, hit.Score))];
}
