using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Core.Tests.Answering;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class RetrieverTests
{
    [Fact]
    public void Retrieve_MisspeltWord_IsReadAsTheIndexsOwn()
    {
        var retrieved = Retrieve("Who was her teacher at the conservtaory?");

        var repair = Assert.Single(retrieved.Repairs);
        Assert.Equal(EnglishAnalyzer.Analyze("conservatory")[0].Term, repair.Value);
        Assert.Contains(repair.Value, retrieved.Query.Terms.Select(term => term.Term));
        Assert.DoesNotContain(repair.Key, retrieved.Query.Terms.Select(term => term.Term));
        Assert.Contains("Magnus Tveit", retrieved.Hits[0].Passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Retrieve_WithoutRepairing_SearchesForTheWordAsWritten()
    {
        var retrieved = Retrieve("conservtaory teacher", new RetrievalOptions { RepairSpelling = false });

        Assert.Empty(retrieved.Repairs);
        Assert.Contains(EnglishAnalyzer.Analyze("conservtaory")[0].Term, retrieved.Query.Terms.Select(term => term.Term));
    }

    [Theory]
    [InlineData("Who was her teacher at the conservatory?")]
    [InlineData("What does xylophonists mean?")]
    public void Retrieve_KnownOrWhollyUnknownWord_IsNotRepaired(string question) => Assert.Empty(Retrieve(question).Repairs);

    [Theory]
    [InlineData("When was the violinist in Stavanger?", false)]
    [InlineData("Who was a zeppelin pilot?", false)]
    [InlineData("Which article is about a zeppelin pilot?", true)]
    [InlineData("What is the ISBN of My Pupils?", true)]
    public void Retrieve_Question_FindsReferencesOnlyForASource(string question, bool references)
    {
        var retrieved = Retrieve(question);

        Assert.Equal(references ? null : Zone.Body, retrieved.Query.Zone);
        Assert.Equal(references, retrieved.Hits.Any(hit => hit.Passage.Zone == Zone.References));
    }

    [Fact]
    public void Retrieve_Count_IsTheOptionsOrTheCallers()
    {
        Assert.Single(Retrieve("Aldermann violin film", new RetrievalOptions { Passages = 1 }).Hits);
        Assert.Single(new Retriever(InventedBiography.Index, new RetrievalOptions()).Retrieve(Question.Parse("Aldermann violin film"), 1).Hits);
    }

    [Fact]
    public void Retrieve_NothingToSearchFor_FindsNothing() => Assert.Empty(Retrieve("Who is she?").Hits);

    [Fact]
    public void Retrieve_Hits_FallInScore()
    {
        var hits = Retrieve("Which violin did Aldermann play in the film?").Hits;

        Assert.Equal(hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Ordinal), hits);
    }

    private static Retrieved Retrieve(string question, RetrievalOptions? options = null) =>
        new Retriever(InventedBiography.Index, options ?? new RetrievalOptions()).Retrieve(Question.Parse(question));
}
