using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Metrics;

/// <summary>All metrics, in the order of reports. docs/EVALUATION.md gives formulas, sources and limits.</summary>
internal static class MetricCatalog
{
    private const string LatencyDefinition = "Quantile of the time that a question takes, warm, the earlier turns of its dialogue not counted.";

    /// <summary>The metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } = [.. Answers(), .. Citations(), .. Retrieval(), .. Abstention(), .. Confidence(), .. Latency()];

    /// <summary>The metric of an id, or null.</summary>
    public static Metric? Find(string id) => All.FirstOrDefault(metric => metric.Id == id);

    private static Metric[] Answers() =>
    [
        Metric.OfOutcome("headline", "Headline right",
            "Share of all questions whose short answer is right by its kind, or that are left unanswered where no answer is wanted.", j => j.Headline),
        Metric.OfOutcome("headline-none", "No headline",
            "Share of the answerable questions that are answered without a short answer.", j => j.Answerable ? j.Answered && !j.HasShortAnswer : null) with { LessIsBetter = true },
        Metric.OfOutcome("correct", "Correct",
            "Share of all questions with a right answer, or with none where none is wanted.", j => j.Correct),
        Metric.OfOutcome("correct-answerable", "Correct, answerable",
            "Share of the answerable questions with a right answer.", j => j.Answerable ? j.Correct : null),
        Metric.OfOutcome("correct-cited", "Correct and cited",
            "Share of the answerable questions with evidence that have a right answer whose citation covers half of an evidence quote.",
            j => j.EvidenceCited is { } cited ? cited && j.Correct : null),
        Metric.OfOutcome("answer-precision", "Answer precision",
            "Share of the answers given that are right.", j => j.Answered ? j.Correct : null),
        Metric.OfOutcome("exact-match", "Exact match",
            "Share of the answerable questions whose short answer is an accepted one word for word.", j => j.ExactMatch),
        Metric.OfMean("token-f1", "Token F1",
            "Mean F1 of the short answer's words against the best accepted answer, over the answerable questions.", j => j.TokenF1),
        Metric.OfMean("answer-words", "Answer length", "Mean number of words of the answers given, without markers.",
            j => j.Answered ? j.Words : null) with { Unit = MetricUnit.Words, LessIsBetter = true },
    ];

    private static Metric[] Citations() =>
    [
        Metric.OfShare("citation-precision", "Citation precision",
            "Share of citations that overlap an evidence quote or whose sentence holds an accepted answer.", j => (j.SupportedCitations, j.Citations)),
        Metric.OfOutcome("citation-recall", "Citation recall",
            "Share of the answerable questions with evidence whose citations cover at least half of an evidence quote.", j => j.EvidenceCited),
        Metric.OfOutcome("causal-citation", "Causal citation rate",
            "Share of the answers that change or vanish when the cited sentences are deleted from the corpus.", j => j.DependsOnCitation),
    ];

    private static IEnumerable<Metric> Retrieval()
    {
        int[] depths = [1, 5, 10];
        return
        [
            .. depths.Select(k => Metric.OfMean($"recall@{k}", $"Recall@{k}",
                $"Mean share of a question's evidence quotes that the first {Passages(k)}.", j => Ranking.Recall(j.EvidenceRanks, k))),
            .. depths.Select(k => Metric.OfOutcome($"hit@{k}", $"Hit@{k}",
                $"Share of the questions where the first {Passages(k)} any evidence quote.", j => Ranking.Hit(j.EvidenceRanks, k))),
            Metric.OfMean("mrr", "MRR",
                "Mean reciprocal rank of the first passage that covers any evidence quote.", j => Ranking.ReciprocalRank(j.EvidenceRanks)) with { Unit = MetricUnit.Score },
        ];

        static string Passages(int depth) => depth == 1 ? "passage covers" : $"{depth} passages cover";
    }

    private static Metric[] Abstention() =>
    [
        Metric.OfOutcome("abstention-precision", "Abstention precision",
            "Share of the abstentions that are on unanswerable questions.", j => j.Answered ? null : !j.Answerable),
        Metric.OfOutcome("abstention-recall", "Abstention recall",
            "Share of the unanswerable questions that it abstains on.", j => j.Answerable ? null : !j.Answered),
        new Metric("abstention-f1", "Abstention F1", "Harmonic mean of abstention precision and recall.", AbstentionF1),
        Metric.OfOutcome("coverage", "Coverage", "Share of all questions that are answered.", j => j.Answered),
    ];

    private static Metric[] Confidence() =>
    [
        new("aurc", "AURC", "Area under the risk–coverage curve of the answers given, surest first.", RiskCoverage.Area)
        {
            Unit = MetricUnit.Score, LessIsBetter = true,
        },
        new("ece", "Calibration error", "Expected calibration error of the answers given, ten bins.", Calibration.Error)
        {
            Unit = MetricUnit.Score, LessIsBetter = true,
        },
    ];

    private static IEnumerable<Metric> Latency()
    {
        int[] percents = [50, 95, 99];
        return percents.Select(percent => new Metric(
            $"latency-p{percent}", $"Latency, p{percent}", LatencyDefinition, sample => Quantile.Of(sample.Select(j => j.ElapsedMs), percent / 100.0))
        {
            Unit = MetricUnit.Milliseconds,
            LessIsBetter = true,
        });
    }

    /// <summary>2tp / (2tp + fp + fn), where leaving an unanswerable question unanswered is a true positive.</summary>
    private static double? AbstentionF1(IReadOnlyList<Judgement> sample)
    {
        var (abstained, unanswerable) = (sample.Count(j => !j.Answered), sample.Count(j => !j.Answerable));
        return abstained + unanswerable == 0 ? null : 2.0 * sample.Count(j => !j.Answered && !j.Answerable) / (abstained + unanswerable);
    }
}
