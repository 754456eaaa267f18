using QaBot.Answering.Ranking;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering.Ranking;

public sealed class FeaturesTests
{
    public static TheoryData<string> Questions =>
    [
        "Who directed The Silent Harbour?",
        "When was she born?",
        "How much did the farm near Lillehammer cost?",
        "Which films did she write the score for?",
        "Did she attend the ceremony?",
        "xylophone zzz 1999",
        "Tove Aldermann",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Compute_AnySentence_HasAFiniteValueForEveryName(string question)
    {
        var reading = new Reading(InventedBiography.Text, question + " Norwegian");

        Assert.NotEmpty(reading.Candidates);
        Assert.All(reading.Candidates, candidate =>
        {
            var values = SentenceFeatures.Compute(reading.Profile, candidate);
            Assert.Equal(SentenceFeatures.Names.Length, values.Length);
            Assert.All(values, value => Assert.True(float.IsFinite(value)));
            Assert.Equal(values, SentenceFeatures.Compute(reading.Profile, candidate));
        });
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Features_OfConfidence_HaveAFiniteValueForEveryName(string question)
    {
        var reading = new Reading(InventedBiography.Text, question + " Norwegian");
        var ranked = SentenceRanker.Fitted.Rank(reading.Profile, reading.Candidates);
        var span = SpanRanker.Fitted.Best(reading.Profile, ranked);

        foreach (var (best, chosen) in new[] { (span, ranked[0]), (null, ranked[^1]) })
        {
            var values = ConfidenceModel.Features(reading.Profile, ranked, best, chosen);
            Assert.Equal(ConfidenceModel.Names.Length, values.Length);
            Assert.All(values, value => Assert.True(double.IsFinite(value)));
            Assert.InRange(ConfidenceModel.Fitted.Confidence(values), 0, 1);
        }
    }

    [Fact]
    public void Features_OfTheOnlySentence_AreComputed()
    {
        var reading = new Reading("The barn burned down in 1943.", "When did the barn burn down?");
        var ranked = SentenceRanker.Fitted.Rank(reading.Profile, reading.Candidates);

        Assert.Equal(1, Assert.Single(ranked).Probability);
        Assert.Equal(ConfidenceModel.Names.Length, ConfidenceModel.Features(reading.Profile, ranked, null, ranked[0]).Length);
    }

    [Theory]
    [InlineData("exact", "When did the barn burn down?", "The barn burned down", 1)]
    [InlineData("all-terms", "When did the barn burn down?", "The barn burned down", 1)]
    [InlineData("all-terms", "When did the barn burn down?", "nine goats", 0)]
    [InlineData("has-year", "In which year did the barn burn down?", "The barn burned down", 1)]
    [InlineData("has-year", "In which year did the barn burn down?", "nine goats", 0)]
    [InlineData("pronoun", "How many goats did she keep?", "nine goats", 1)]
    [InlineData("pronoun", "When did the barn burn down?", "The barn burned down", 0)]
    [InlineData("opens-document", "When was Tove Aldermann born?", "4 June 1911", 1)]
    public void Compute_NamedFeature_SaysWhatItsNameSays(string name, string question, string part, float expected)
    {
        var reading = new Reading(InventedBiography.Text, question);

        Assert.Equal(expected, SentenceFeatures.Compute(reading.Profile, reading.Candidate(part))[Array.IndexOf(SentenceFeatures.Names, name)], 4);
    }

    [Fact]
    public void Rank_Candidates_SortsThemAndSharesTheProbability()
    {
        var reading = new Reading(InventedBiography.Text, "When did the barn burn down?");

        var ranked = SentenceRanker.Fitted.Rank(reading.Profile, reading.Candidates);

        Assert.Equal(ranked.OrderByDescending(r => r.Score).Select(r => r.Candidate), ranked.Select(r => r.Candidate));
        Assert.Equal(1, ranked.Sum(r => r.Probability), 6);
        Assert.StartsWith("The barn burned down", ranked[0].Candidate.Sentence.Text, StringComparison.Ordinal);
        Assert.Empty(SentenceRanker.Fitted.Rank(reading.Profile, []));
    }

    [Fact]
    public void Best_OfRankedSentences_LiesInItsSentence()
    {
        var reading = new Reading(InventedBiography.Text, "When did the barn burn down?");
        var ranked = SentenceRanker.Fitted.Rank(reading.Profile, reading.Candidates);

        var span = SpanRanker.Fitted.Best(reading.Profile, ranked);

        Assert.NotNull(span);
        Assert.True(span.Sentence.Candidate.Sentence.Span.Contains(span.Span));
        Assert.InRange(span.Probability, 0, 1);
        Assert.Null(SpanRanker.Fitted.Best(reading.Profile, []));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Runs_OfAnySentence_LieInItAndOnWords(string question)
    {
        foreach (var sentence in new Reading(InventedBiography.Text, question + " Norwegian").Candidates.Select(c => c.Sentence))
        {
            var words = sentence.Words;
            Assert.Equal(words.Words.Count, words.Spans.Count);
            Assert.Equal(words.Words.Count, words.Classes.Count);
            Assert.Equal(words.Words.Count, words.Terms.Count);
            Assert.Equal(words.Words.Count + 1, words.Gaps.Count);
            Assert.Equal(sentence.Terms, words.Terms.Where(term => term is not null));
            Assert.Distinct(words.Runs.Select(run => (run.First, run.Last)));
            Assert.All(words.Runs, run =>
            {
                Assert.InRange(run.Last, run.First, Math.Min(words.Words.Count, run.First + 12) - 1);
                Assert.True(sentence.Span.Contains(run.Span) && run.Span.Length > 0);
                Assert.True(WordClass.MayBegin(words.Words[run.First]) && WordClass.MayEnd(words.Words[run.Last]));
            });
        }
    }

    [Theory]
    [InlineData("She paid $300 for it.", "$300")]
    [InlineData("Over 40% agreed.", "40%")]
    [InlineData("It was Karin’s house.", "Karin")]
    [InlineData("He called it “Two Rivers” again.", "Two Rivers")]
    public void Runs_OfASentence_TakeSignsAndLeavePossessives(string text, string expected) =>
        Assert.Contains(expected, Profile(text).Words.Runs.Select(run => text.Substring(run.Span.Start, run.Span.Length)));

    [Theory]
    [InlineData("He left (for a year) again.", "left (for a year")]
    [InlineData("He left; she stayed.", "left; she stayed")]
    public void Runs_OfASentence_CrossNoBracketOrSemicolon(string text, string run) =>
        Assert.DoesNotContain(run, Profile(text).Words.Runs.Select(r => text.Substring(r.Span.Start, r.Span.Length)));

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("— () —")]
    public void Runs_OfASentenceWithoutWords_AreNone(string text) => Assert.Empty(Profile(text).Words.Runs);

    [Theory]
    [MemberData(nameof(Questions))]
    public void Compute_AnyRun_HasPlacesInRangeAndRepeatsItself(string question)
    {
        var reading = new Reading(InventedBiography.Text, question + " Norwegian");
        var asked = new SpanQuestion(reading.Profile);
        foreach (var candidate in reading.Candidates)
        {
            var sentence = new SpanSentence(asked, candidate.Sentence);
            for (var run = 0; run < sentence.Words.Runs.Count; run++)
            {
                var (on, dense) = Compute(asked, sentence, run);
                Assert.All(on, place => Assert.InRange(place, SpanFeatures.Dense, SpanFeatures.Size - 1));
                Assert.All(dense, value => Assert.True(float.IsFinite(value)));
                var again = Compute(asked, new SpanSentence(new SpanQuestion(reading.Profile), candidate.Sentence), run);
                Assert.Equal(on, again.On);
                Assert.Equal(dense, again.Dense);
            }
        }
    }

    [Fact]
    public void Compute_ListWithPlaces_IsClearedFirst()
    {
        var reading = new Reading("The barn burned down in 1943.", "When did the barn burn down?");
        var asked = new SpanQuestion(reading.Profile);
        var sentence = new SpanSentence(asked, reading.Candidates[0].Sentence);
        List<int> on = [1, 2, 3];

        SpanFeatures.Compute(asked, sentence, 0, on, stackalloc float[SpanFeatures.Dense]);

        Assert.Equal(Compute(asked, sentence, 0).On, on);
    }

    /// <summary>The published test values of FNV-1a; the model's weights lie where the hashes put them, so they may never change.</summary>
    [Theory]
    [InlineData("", 0x811C9DC5)]
    [InlineData("a", 0xE40C292C)]
    [InlineData("foobar", 0xBF9CF968)]
    public void Hash_KnownString_IsFnv(string text, uint expected) => Assert.Equal(unchecked((int)expected), SpanFeatures.Hash(text));

    [Fact]
    public void Place_AnyValues_IsInRangeAndBehindTheDenseOnes()
    {
        foreach (var value in new[] { int.MinValue, -1, 0, 1, 12345, int.MaxValue })
        {
            Assert.InRange(SpanFeatures.Place(1, value, 0), SpanFeatures.Dense, SpanFeatures.Size - 1);
            Assert.InRange(SpanFeatures.Place(40, 0, value), SpanFeatures.Dense, SpanFeatures.Size - 1);
        }

        Assert.NotEqual(SpanFeatures.Place(1, 2, 3), SpanFeatures.Place(1, 3, 2));
        Assert.NotEqual(SpanFeatures.Place(1, 2, 3), SpanFeatures.Place(2, 2, 3));
    }

    [Fact]
    public void SpanSentence_MatchedWord_MeasuresDistancesFromIt()
    {
        // barn(1) burned(2) down(3) in(4) 1943(5)
        var reading = new Reading("The barn burned down in 1943.", "In which year did the barn burn?");
        var sentence = new SpanSentence(new SpanQuestion(reading.Profile), reading.Candidates[0].Sentence);

        Assert.Equal(3, sentence.DistanceLeft(5));
        Assert.Equal(1, sentence.Order(5, 5));
        Assert.Equal(2, sentence.Order(0, 0));
        Assert.Equal(1, sentence.DistanceRight(0));
        Assert.Equal((0, 1), sentence.Overlap(5, 5));
        Assert.Equal((2, 0), sentence.Overlap(1, 2));
        Assert.True(sentence.IsTyped(new TextSpan(24, 28)));
        Assert.True(sentence.NearnessLeft(5) > 0);
        Assert.Equal(0, sentence.NearnessRight(5));
    }

    private static (List<int> On, float[] Dense) Compute(SpanQuestion asked, SpanSentence sentence, int run)
    {
        var on = new List<int>();
        var dense = new float[SpanFeatures.Dense];
        SpanFeatures.Compute(asked, sentence, run, on, dense);
        return (on, dense);
    }

    private static SentenceProfile Profile(string text) => new(Document.FromText("a.txt", text), new TextSpan(0, text.Length));
}
