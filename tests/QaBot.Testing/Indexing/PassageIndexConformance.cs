using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;
using Xunit;

namespace QaBot.Testing.Indexing;

/// <summary>What every engine does; each runs this suite as it is.</summary>
public abstract class PassageIndexConformance
{
    private const double Tolerance = 1e-4;
    private static readonly ChunkingOptions Options = new();
    private static readonly Corpus Biography = new([Sources.Biography]);
    private readonly Lazy<IPassageIndex> _index;

    protected PassageIndexConformance() => _index = new(() => Build(Biography, Options));

    private IPassageIndex Index => _index.Value;

    /// <summary>Builds an index with the engine under test.</summary>
    protected abstract IPassageIndex Build(Corpus corpus, ChunkingOptions options);

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
        var index = Build(
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
        var index = Build(new Corpus([Document.FromText("a.txt", " ")]), Options);
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
    public void Search_QueriesOfTheOracle_RankAsApacheLucene()
    {
        var queries = Rows("queries.tsv").Where(row => row[1] == "juliette-binoche").ToList();
        var rankings = Rows("ranking.tsv").Where(row => row[0] == "juliette-binoche").ToLookup(row => row[1]);
        Assert.NotEmpty(queries);
        foreach (var query in queries)
        {
            var expected = rankings[query[0]].Select(row => (Number(row[3]), Score: double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))).ToList();
            var hits = Index.Search(Query(query[2]), 10);
            Assert.Equal(expected.Select(hit => hit.Item1), hits.Select(hit => Number(hit.Passage.Id)));
            Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First.Score, pair.Second.Score, Tolerance * pair.First.Score));
        }
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
        var index = Build(new Corpus([.. Enumerable.Range(0, 40).Select(i => Document.FromText($"{i:D2}.txt", "One cat sat here."))]), Options);
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
    public void Explain_EveryHit_IsAsTheEmbeddedEngineSays()
    {
        var embedded = PassageIndex.Build(Biography, Options);
        var query = Query("Which film by Kieślowski won awards film", contextWeight: 0.3f);
        foreach (var hit in embedded.Search(query, 50))
        {
            var (expected, actual) = (embedded.Explain(query, hit.Ordinal), Index.Explain(query, hit.Ordinal));
            Assert.Equal(expected.Select(Counts), actual.Select(Counts));
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-5f));
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Idf, pair.Second.Idf, 1e-5f));
        }

        static (string, string, int, int) Counts(TermShare share) => (share.Field, share.Term, share.Frequency, share.DocumentFrequency);
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

    /// <summary>Of an id, the passage's number: the oracle's names of documents are without their extension.</summary>
    private static string Number(string id) => id[(id.LastIndexOf('#') + 1)..];

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.PathOf("tests", "oracle", file)).Skip(1).Select(line => line.Split('\t'));
}
