using System.Globalization;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

/// <summary>Holds the ranking to what Apache Lucene itself gave; <c>bash tests/oracle/regenerate.sh</c> asks it again.</summary>
public sealed class LuceneRankingTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void Search_Biography_RanksAsLucene() => RanksAsLucene("juliette-binoche", Repository.PathOf("seeds", "juliette-binoche.txt"));

    [SharedTheory]
    [InlineData("napoleon")]
    [InlineData("josip-broz-tito")]
    [InlineData("beyonce")]
    public void Search_SharedArticle_RanksAsLucene(string name) =>
        RanksAsLucene(name, Path.Combine(Repository.Shared, "benchmarks", "biographies", name, "article.txt"));

    [Fact]
    public void Queries_AreManyAndAllKinds()
    {
        var queries = Queries().ToList();
        Assert.True(queries.Count(q => q.Corpus == "juliette-binoche") >= 30);
        Assert.All(queries.GroupBy(q => q.Corpus), corpus => Assert.True(corpus.Count() >= 15));
        Assert.Contains(queries, q => EnglishAnalyzer.Analyze(q.Text).Count == 0);
        Assert.Equal(4, queries.Select(q => q.Corpus).Distinct().Count());
    }

    private static void RanksAsLucene(string corpus, string file)
    {
        var index = PassageIndex.Build(new Corpus([Document.FromBytes(corpus, File.ReadAllBytes(file))]), new ChunkingOptions());
        var expected = Rankings().Where(hit => hit.Corpus == corpus).ToLookup(hit => hit.Query);
        var faults = new List<string>();
        foreach (var (number, _, text) in Queries().Where(query => query.Corpus == corpus))
        {
            var terms = EnglishAnalyzer.Analyze(text).ConvertAll(token => new QueryTerm(token.Term));
            var hits = index.Search(new PassageQuery(terms), 10);
            if (!Same([.. expected[number]], hits))
            {
                faults.Add($"{number} {text}\n  Lucene {string.Join(", ", expected[number].Select(hit => $"{hit.Passage} {hit.Score}"))}"
                    + $"\n  QaBot  {string.Join(", ", hits.Select(hit => $"{hit.Passage.Id} {hit.Score}"))}");
            }
        }

        Assert.True(faults.Count == 0, "If passages changed: bash tests/oracle/regenerate.sh\n" + string.Join('\n', faults));
    }

    private static bool Same(List<Ranking> expected, IReadOnlyList<PassageHit> hits) =>
        expected.Count == hits.Count && expected.Zip(hits).All(pair =>
            pair.First.Passage == pair.Second.Passage.Id && Math.Abs(pair.First.Score - pair.Second.Score) <= Tolerance * pair.First.Score);

    private static IEnumerable<(int Number, string Corpus, string Text)> Queries() =>
        Rows("queries.tsv").Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[2]));

    private static IEnumerable<Ranking> Rankings() => Rows("ranking.tsv").Select(row => new Ranking(
        row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[3], double.Parse(row[4], CultureInfo.InvariantCulture)));

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.PathOf("tests", "oracle", file)).Skip(1).Select(line => line.Split('\t'));

    private sealed record Ranking(string Corpus, int Query, string Passage, double Score);
}
