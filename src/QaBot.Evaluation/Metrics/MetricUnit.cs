namespace QaBot.Evaluation.Metrics;

/// <summary>How a metric's values are written.</summary>
public enum MetricUnit
{
    /// <summary>0 to 1, written in per cent.</summary>
    Share,

    /// <summary>0 to 1, written with three decimals.</summary>
    Score,

    /// <summary>A number of words.</summary>
    Words,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
