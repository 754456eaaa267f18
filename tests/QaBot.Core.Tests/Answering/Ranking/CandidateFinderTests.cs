using QaBot.Answering.Ranking;
using QaBot.Retrieval;
using QaBot.Testing;
using Xunit;

namespace QaBot.Core.Tests.Answering.Ranking;

public sealed class CandidateFinderTests
{
    private const string Question = "Who directed The Silent Harbour?";

    [Theory]
    [InlineData("The film was a box office success")]
    [InlineData("It was directed by Erik Lunde")]
    public void Find_SentenceThatPointsBack_CarriesWhatWasNamedBefore(string part)
    {
        var candidate = new Reading(InventedBiography.Text, Question).Candidate(part);

        Assert.Contains(Reading.Stem("harbour"), candidate.Topic);
        Assert.True(candidate.Resolves(Reading.Stem("silent")));
        Assert.DoesNotContain(Reading.Stem("harbour"), candidate.Sentence.TermSet);
    }

    [Fact]
    public void Find_SentenceOfTheFilm_CarriesItsTitleAndNothingElse()
    {
        var candidate = new Reading(InventedBiography.Text, Question).Candidate("The film was a box office success");

        Assert.Equal([Reading.Stem("harbour"), Reading.Stem("silent")], candidate.Work.Order());
        Assert.True(candidate.IsOfWork(Reading.Stem("harbour")));
        Assert.Empty(new Reading(InventedBiography.Text, Question).Candidate("Her first film score").Work);
    }

    [Theory]
    [InlineData("She married the painter Sigurd Brekke")]
    [InlineData("The wedding took place")]
    public void Find_SentenceBehindAnotherTopic_DoesNotCarryTheFirst(string part)
    {
        // A sentence that sets a topic carries none, and what follows it goes on with that one.
        var candidate = new Reading(InventedBiography.Text, "Who married Sigurd Brekke?").Candidate(part);

        Assert.DoesNotContain(Reading.Stem("harbour"), candidate.Topic);
    }

    [Fact]
    public void Find_Passages_GiveEachSentenceOnceWithItsNeighbours()
    {
        var candidates = new Reading(InventedBiography.Text, Question).Candidates;

        Assert.Distinct(candidates.Select(c => c.Sentence.Span));
        Assert.All(candidates, c =>
        {
            Assert.True(c.Passage.Span.Contains(c.Sentence.Span));
            Assert.True(c.Previous is null || c.Previous.Span.End <= c.Sentence.Span.Start);
            Assert.True(c.Next is null || c.Sentence.Span.End <= c.Next.Span.Start);
            Assert.InRange(c.PassageScore, 0, 1);
            Assert.Superset(c.Sentence.TermSet, c.Surroundings.ToHashSet());
        });
    }

    [Fact]
    public void Find_Twice_GivesTheSame()
    {
        var hits = new Retriever(InventedBiography.Index, new RetrievalOptions()).Retrieve(QaBot.Answering.Question.Parse(Question)).Hits;
        var finder = new CandidateFinder(InventedBiography.Index);

        Assert.Equal(finder.Find(hits), finder.Find(hits));
    }

    [Fact]
    public void Find_NoHits_GivesNothing() => Assert.Empty(new CandidateFinder(InventedBiography.Index).Find([]));
}
