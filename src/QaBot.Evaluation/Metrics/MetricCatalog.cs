namespace QaBot.Evaluation.Metrics;

/// <summary>All metrics, in the order of reports. docs/EVALUATION.md gives formulas, sources and limits.</summary>
public static class MetricCatalog
{
    private const string LatencyDefinition = "Quantile of the time that a question takes, warm, the earlier turns of its dialogue not counted.";

    /// <summary>The metrics.</summary>
    public static IReadOnlyList<IMetric> All { get; } =
    [
        Mean("correct", MetricSection.Answers, "Correct",
            "Share of all questions with a right answer, or with none where none is wanted.", j => One(j.Correct)),
        Mean("correct-answerable", MetricSection.Answers, "Correct, answerable",
            "Share of the answerable questions with a right answer.", j => j.Answerable ? One(j.Correct) : null),
        Mean("correct-cited", MetricSection.Answers, "Correct and cited",
            "Share of the answerable questions with evidence that have a right answer whose citation covers half of an evidence quote.",
            j => j.EvidenceCited is { } cited ? One(cited && j.Correct) : null),
        Mean("answer-precision", MetricSection.Answers, "Answer precision",
            "Share of the answers given that are right.", j => j.Answered ? One(j.Correct) : null),
        Mean("exact-match", MetricSection.Answers, "Exact match",
            "Share of the answerable questions whose short answer is an accepted one word for word.", j => j.ExactMatch),
        Mean("token-f1", MetricSection.Answers, "Token F1",
            "Mean F1 of the short answer's words against the best accepted answer, over the answerable questions.", j => j.TokenF1),
        Mean("answer-words", MetricSection.Answers, "Answer length",
            "Mean number of words of the answers given, without markers.",
            j => j.Answered ? j.Words : null, MetricUnit.Words, lessIsBetter: true),
        new RatioMetric(Name("citation-precision", MetricSection.Citations, "Citation precision",
            "Share of citations that overlap an evidence quote or whose sentence holds an accepted answer."),
            j => j.SupportedCitations, j => j.Citations),
        Mean("citation-recall", MetricSection.Citations, "Citation recall",
            "Share of the answerable questions with evidence whose citations cover at least half of an evidence quote.",
            j => j.EvidenceCited is { } cited ? One(cited) : null),
        Mean("causal-citation", MetricSection.Citations, "Causal citation rate",
            "Share of the answers that change or vanish when the cited sentences are deleted from the corpus.",
            j => j.DependsOnCitation is { } depends ? One(depends) : null),
        Mean("recall@1", MetricSection.Retrieval, "Recall@1",
            "Mean share of a question's evidence quotes that the first passage covers.", j => Ranking.Recall(j, 1)),
        Mean("recall@5", MetricSection.Retrieval, "Recall@5",
            "Mean share of a question's evidence quotes that the first 5 passages cover.", j => Ranking.Recall(j, 5)),
        Mean("recall@10", MetricSection.Retrieval, "Recall@10",
            "Mean share of a question's evidence quotes that the first 10 passages cover.", j => Ranking.Recall(j, 10)),
        Mean("hit@1", MetricSection.Retrieval, "Hit@1",
            "Share of the questions where the first passage covers any evidence quote.", j => Ranking.Hit(j, 1)),
        Mean("hit@5", MetricSection.Retrieval, "Hit@5",
            "Share of the questions where the first 5 passages cover any evidence quote.", j => Ranking.Hit(j, 5)),
        Mean("hit@10", MetricSection.Retrieval, "Hit@10",
            "Share of the questions where the first 10 passages cover any evidence quote.", j => Ranking.Hit(j, 10)),
        Mean("mrr", MetricSection.Retrieval, "MRR",
            "Mean reciprocal rank of the first passage that covers any evidence quote.", Ranking.ReciprocalRank, MetricUnit.Score),
        Mean("ndcg@10", MetricSection.Retrieval, "nDCG@10",
            "Mean normalised discounted cumulative gain of the first 10 passages, relevance 0 or 1.",
            j => Ranking.Ndcg(j, 10), MetricUnit.Score),
        new RatioMetric(Name("abstention-precision", MetricSection.Abstention, "Abstention precision",
            "Share of the abstentions that are on unanswerable questions."), j => One(!j.Answered && !j.Answerable), j => One(!j.Answered)),
        new RatioMetric(Name("abstention-recall", MetricSection.Abstention, "Abstention recall",
            "Share of the unanswerable questions that it abstains on."), j => One(!j.Answered && !j.Answerable), j => One(!j.Answerable)),
        new AbstentionF1Metric(Name("abstention-f1", MetricSection.Abstention, "Abstention F1",
            "Harmonic mean of abstention precision and recall.")),
        Mean("coverage", MetricSection.Abstention, "Coverage", "Share of all questions that are answered.", j => One(j.Answered)),
        new RiskCoverageMetric(Name("aurc", MetricSection.Confidence, "AURC",
            "Area under the risk–coverage curve of the answers given, surest first.", MetricUnit.Score, lessIsBetter: true)),
        new CalibrationErrorMetric(Name("ece", MetricSection.Confidence, "Calibration error",
            "Expected calibration error of the answers given, ten bins.", MetricUnit.Score, lessIsBetter: true)),
        Latency("latency-p50", "Latency, median", 0.50),
        Latency("latency-p95", "Latency, p95", 0.95),
        Latency("latency-p99", "Latency, p99", 0.99),
    ];

    /// <summary>The metric of an id, or null.</summary>
    public static IMetric? Find(string id) => All.FirstOrDefault(metric => metric.Name.Id == id);

    private static int One(bool value) => value ? 1 : 0;

    private static MetricName Name(
        string id, MetricSection section, string title, string definition, MetricUnit unit = MetricUnit.Share, bool lessIsBetter = false) =>
        new(id, section, title, definition, unit, lessIsBetter);

    private static MeanMetric Mean(
        string id,
        MetricSection section,
        string title,
        string definition,
        Func<Judgement, double?> value,
        MetricUnit unit = MetricUnit.Share,
        bool lessIsBetter = false) =>
        new(Name(id, section, title, definition, unit, lessIsBetter), value);

    private static LatencyMetric Latency(string id, string title, double share) =>
        new(Name(id, MetricSection.Latency, title, LatencyDefinition, MetricUnit.Milliseconds, lessIsBetter: true), share);
}
