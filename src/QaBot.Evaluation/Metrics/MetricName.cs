using System.Globalization;
using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Metrics;

/// <summary>How a metric is called and read.</summary>
/// <param name="Id">Lower case with hyphens: <c>citation-precision</c>.</param>
/// <param name="Section">The group it stands in.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Definition">One sentence that defines it.</param>
/// <param name="Unit">How its values are written.</param>
/// <param name="LessIsBetter">Whether a smaller value is the better one.</param>
public sealed record MetricName(
    string Id, MetricSection Section, string Title, string Definition, MetricUnit Unit = MetricUnit.Share, bool LessIsBetter = false)
{
    /// <summary>A value as reports write it, "–" for none.</summary>
    public string Format(double? value) => value is not { } number ? "–" : Unit switch
    {
        MetricUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.0} %"),
        MetricUnit.Score => number.ToString("0.000", CultureInfo.InvariantCulture),
        MetricUnit.Words => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number:0.00} ms"),
    };

    /// <summary>An interval as a narrow table writes it, its unit once; "–" for none.</summary>
    public string Format(Interval? interval)
    {
        if (interval is null)
        {
            return "–";
        }

        var low = Format(interval.Low);
        var unit = low.IndexOf(' ', StringComparison.Ordinal);
        return $"{(unit < 0 ? low : low[..unit])}–{Format(interval.High)}";
    }

    /// <summary>A difference as reports write it, with its sign.</summary>
    public string FormatDifference(double value)
    {
        var sign = Math.Abs(value) < 1e-9 ? "±" : value < 0 ? "−" : "+";
        var text = Format(Math.Abs(value));
        return sign + (Unit == MetricUnit.Share ? text.Replace("%", "pp", StringComparison.Ordinal) : text);
    }
}
