namespace QaBot.Evaluation.Metrics;

/// <summary>The groups that metrics stand in.</summary>
public enum MetricSection
{
    /// <summary>Whether answers are right.</summary>
    Answers,

    /// <summary>Whether citations point at the evidence: lexical support, not entailment.</summary>
    Citations,

    /// <summary>Whether the evidence is found.</summary>
    Retrieval,

    /// <summary>Whether it is silent where the source is.</summary>
    Abstention,

    /// <summary>Whether it knows how sure to be.</summary>
    Confidence,

    /// <summary>How long it takes.</summary>
    Latency,
}
