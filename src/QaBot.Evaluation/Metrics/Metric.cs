using System.Globalization;
using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Metrics;

/// <summary>How a metric's values are written; percent and score are 0 to 1.</summary>
internal enum MetricUnit
{
    Percent,
    Score,
    Words,
    Milliseconds,
}

/// <summary>One figure of an evaluation, computed from a sample of judged questions.</summary>
/// <param name="Id">What reports, thresholds and the documentation call it: lower case with hyphens.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Definition">One sentence that defines it.</param>
/// <param name="Compute">Its value on a sample; null when no question of the sample counts for it.</param>
internal sealed record Metric(string Id, string Title, string Definition, Func<IReadOnlyList<Judgement>, double?> Compute)
{
    public MetricUnit Unit { get; init; }

    public bool LessIsBetter { get; init; }

    /// <summary>For a share what a question adds to its part and its whole; null for other figures.</summary>
    public Func<Judgement, (int Part, int Whole)>? Share { get; init; }

    /// <summary>For a share of questions whether one counts, or null where it is no part of the whole; null for other figures.</summary>
    public Func<Judgement, bool?>? Outcome { get; init; }

    /// <summary>A share of something that a question may have several of.</summary>
    public static Metric OfShare(string id, string title, string definition, Func<Judgement, (int Part, int Whole)> share) =>
        new(id, title, definition, sample => Sum(sample, share) is (var part, > 0 and var whole) ? (double)part / whole : null) { Share = share };

    /// <summary>A share of questions.</summary>
    public static Metric OfOutcome(string id, string title, string definition, Func<Judgement, bool?> outcome) =>
        OfShare(id, title, definition, j => (outcome(j) == true ? 1 : 0, outcome(j) is null ? 0 : 1)) with { Outcome = outcome };

    /// <summary>The mean of a value over the questions that have it.</summary>
    public static Metric OfMean(string id, string title, string definition, Func<Judgement, double?> value) =>
        new(id, title, definition, sample => sample.Average(value));

    /// <summary>The 95 % interval of a share; null for other figures.</summary>
    public Interval? IntervalOf(IReadOnlyList<Judgement> sample) => Share is null ? null : Interval.Wilson(Sum(sample, Share));

    /// <summary>How the figure differs from that of another run on the same questions; null where it is not defined for both.</summary>
    public PairedDifference? Compare(IReadOnlyList<(Judgement Now, Judgement Before)> pairs)
    {
        if (Compute([.. pairs.Select(pair => pair.Now)]) - Compute([.. pairs.Select(pair => pair.Before)]) is not { } difference)
        {
            return null;
        }

        return new PairedDifference(difference, Outcome is null ? null : PairedDifference.McNemar(
            pairs.Count(pair => Outcome(pair.Now) == true && Outcome(pair.Before) == false),
            pairs.Count(pair => Outcome(pair.Now) == false && Outcome(pair.Before) == true)));
    }

    /// <summary>A value as reports write it, "–" for none.</summary>
    public string Format(double? value) => value is not { } number ? "–" : Unit switch
    {
        MetricUnit.Percent => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.0} %"),
        MetricUnit.Score => number.ToString("0.000", CultureInfo.InvariantCulture),
        MetricUnit.Words => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number:0.00} ms"),
    };

    /// <summary>An interval as a narrow table writes it, its unit once; "–" for none.</summary>
    public string Format(Interval? interval) => interval is null ? "–" : Format(interval.Low).Split(' ')[0] + "–" + Format(interval.High);

    /// <summary>A difference as reports write it, with its sign.</summary>
    public string FormatDifference(double value)
    {
        var sign = Math.Abs(value) < 1e-9 ? "±" : value < 0 ? "−" : "+";
        var text = Format(Math.Abs(value));
        return sign + (Unit == MetricUnit.Percent ? text.Replace("%", "pp", StringComparison.Ordinal) : text);
    }

    private static (int Part, int Whole) Sum(IReadOnlyList<Judgement> sample, Func<Judgement, (int Part, int Whole)> share)
    {
        var (part, whole) = (0, 0);
        foreach (var judgement in sample)
        {
            var (more, of) = share(judgement);
            (part, whole) = (part + more, whole + of);
        }

        return (part, whole);
    }
}
