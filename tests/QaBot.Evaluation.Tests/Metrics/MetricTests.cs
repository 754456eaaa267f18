using FsCheck;
using FsCheck.Fluent;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Statistics;
using Xunit;
using Interval = QaBot.Evaluation.Statistics.Interval;

namespace QaBot.Evaluation.Tests.Metrics;

public sealed class MetricTests
{
    /// <summary>Answerable: two answered right, one wrong, one abstained. Unanswerable: one abstained, one answered.</summary>
    private static readonly Judgement[] Sample =
    [
        Row(answerable: true, answered: true, correct: true, 0.9) with { EvidenceCited = true, Citations = 2, SupportedCitations = 2, TokenF1 = 1, ExactMatch = true, Headline = true, HasShortAnswer = true, Words = 10, ElapsedMs = 1 },
        Row(answerable: true, answered: true, correct: true, 0.5) with { EvidenceCited = false, Citations = 1, TokenF1 = 0.5, ExactMatch = false, Words = 20, ElapsedMs = 2 },
        Row(answerable: true, answered: true, correct: false, 0.7) with { EvidenceCited = true, Citations = 1, SupportedCitations = 1, TokenF1 = 0, ExactMatch = false, HasShortAnswer = true, Words = 30, ElapsedMs = 3 },
        Row(answerable: true, answered: false, correct: false, 0.2) with { EvidenceCited = false, TokenF1 = 0, ExactMatch = false, ElapsedMs = 4 },
        Row(answerable: false, answered: false, correct: true, 0.2) with { Headline = true, Words = 4, ElapsedMs = 5 },
        Row(answerable: false, answered: true, correct: false, 0.6) with { Citations = 1, Words = 40, DependsOnCitation = true, ElapsedMs = 6 },
    ];

    [Theory]
    [InlineData("headline", 2.0 / 6)]
    [InlineData("headline-none", 1.0 / 4)]
    [InlineData("correct", 3.0 / 6)]
    [InlineData("correct-answerable", 2.0 / 4)]
    [InlineData("correct-cited", 1.0 / 4)]
    [InlineData("answer-precision", 2.0 / 4)]
    [InlineData("exact-match", 1.0 / 4)]
    [InlineData("token-f1", 1.5 / 4)]
    [InlineData("answer-words", 25.0)]
    [InlineData("citation-precision", 3.0 / 5)]
    [InlineData("citation-recall", 2.0 / 4)]
    [InlineData("causal-citation", 1.0)]
    [InlineData("abstention-precision", 1.0 / 2)]
    [InlineData("abstention-recall", 1.0 / 2)]
    [InlineData("abstention-f1", 1.0 / 2)]
    [InlineData("coverage", 4.0 / 6)]
    [InlineData("latency-p50", 3.5)]
    [InlineData("latency-p95", 5.75)]
    // surest first: right, wrong, wrong, right: risks 0, 1/2, 2/3, 1/2
    [InlineData("aurc", (0 + 0.5 + (2.0 / 3) + 0.5) / 4)]
    // each answer has a bin of its own: |0.9-1| + |0.5-1| + |0.7-0| + |0.6-0|, each a quarter
    [InlineData("ece", (0.1 + 0.5 + 0.7 + 0.6) / 4)]
    public void Compute_Sample_IsWhatAHandComputes(string id, double expected) => Assert.Equal(expected, MetricCatalog.Find(id)!.Compute(Sample)!.Value, 10);

    [Fact]
    public void Compute_NothingCounts_IsNull() => Assert.All(MetricCatalog.All, metric => Assert.Null(metric.Compute([])));

    [Fact]
    public void IntervalOf_Metrics_IsThatOfShares()
    {
        Assert.Equal(Interval.Wilson((2, 4)), MetricCatalog.Find("correct-answerable")!.IntervalOf(Sample));
        Assert.Equal(Interval.Wilson((3, 5)), MetricCatalog.Find("citation-precision")!.IntervalOf(Sample));
        Assert.Null(MetricCatalog.Find("token-f1")!.IntervalOf(Sample));
    }

    [Fact]
    public void Compare_SameQuestions_HasAPValueForSharesOfQuestions()
    {
        (Judgement, Judgement)[] pairs = [.. Sample.Select(row => (row with { Correct = true, TokenF1 = 1 }, row))];
        Assert.Equal(new PairedDifference(0.5, PairedDifference.McNemar(3, 0)), MetricCatalog.Find("correct")!.Compare(pairs));
        Assert.Null(MetricCatalog.Find("token-f1")!.Compare(pairs)!.PValue);
        Assert.Null(MetricCatalog.Find("hit@1")!.Compare(pairs));
    }

    [Fact]
    public void Ranking_TwoQuotes_IsWhatAHandComputes()
    {
        // the first quote is covered at rank 2, the second never
        int[] ranks = [2, 0];
        Assert.Equal(0, Ranking.Recall(ranks, 1));
        Assert.Equal(0.5, Ranking.Recall(ranks, 5));
        Assert.False(Ranking.Hit(ranks, 1));
        Assert.True(Ranking.Hit(ranks, 5));
        Assert.Equal(0.5, Ranking.ReciprocalRank(ranks));
        Assert.Equal(0, Ranking.ReciprocalRank([0]));
        Assert.Null(Ranking.Recall([], 5));
    }

    [Fact]
    public void Curve_EqualConfidence_SharesErrorsWhateverTheOrder()
    {
        Judgement[] rows = [Row(true, true, true, 0.5), Row(true, true, false, 0.5), Row(false, false, true, 0.9)];
        var curve = RiskCoverage.Curve(rows);
        Assert.Equal([0.5, 0.5], curve.Select(p => p.Risk));
        Assert.Equal([1.0 / 3, 2.0 / 3], curve.Select(p => p.Coverage));
        Assert.Equal(RiskCoverage.Area(rows), RiskCoverage.Area([.. Enumerable.Reverse(rows)]));
    }

    [Fact]
    public void Bins_Edges_FallIntoOneBin()
    {
        var bins = Calibration.Bins([Row(true, true, true, 1), Row(true, true, false, 0), Row(true, true, true, 0.95)]);
        Assert.Equal(10, bins.Count);
        Assert.Equal(2, bins[9].Count);
        Assert.Equal(1, bins[0].Count);
        Assert.Equal(0.975, bins[9].Confidence, 12);
    }

    [Fact]
    public void Compute_AnySample_SharesLieBetweenZeroAndOneAndIgnoreOrder()
    {
        var rows = Gen.Choose(0, 100).Four().Select(n => Row(n.Item1 % 2 == 0, n.Item2 % 2 == 0, n.Item3 % 2 == 0, n.Item4 / 100.0) with
        {
            Citations = n.Item2 % 2 == 0 ? 2 : 0,
            SupportedCitations = n.Item2 % 2 == 0 ? n.Item3 % 3 : 0,
            EvidenceRanks = [n.Item4 % 12],
        }).ListOf();
        Prop.ForAll(rows.ToArbitrary(), sample => MetricCatalog.All.Where(m => m.Unit is MetricUnit.Percent or MetricUnit.Score).All(metric =>
        {
            var (value, reversed) = (metric.Compute([.. sample]), metric.Compute([.. Enumerable.Reverse(sample)]));
            return value is null ? reversed is null : value is >= 0 and <= 1 && Math.Abs(value.Value - reversed!.Value) < 1e-9;
        })).QuickCheckThrowOnFailure();
    }

    private static Judgement Row(bool answerable, bool answered, bool correct, double confidence) => new()
    {
        Id = "1",
        Kind = "k",
        Half = QuestionHalf.Development,
        Answerable = answerable,
        Answered = answered,
        Correct = correct,
        Headline = false,
        Confidence = confidence,
    };
}
