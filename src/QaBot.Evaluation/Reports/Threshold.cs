using System.Globalization;
using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>A bound that a run must keep to: a floor, or a ceiling for metrics where less is better.</summary>
public sealed class Threshold
{
    private readonly string _half;
    private readonly Metric _metric;
    private readonly double _value;

    private Threshold(string half, Metric metric, double value) => (_half, _metric, _value) = (half, metric, value);

    /// <summary>Reads <c>metric=value</c>, such as <c>correct=0.8</c>, <c>heldout.citation-precision=90%</c> or <c>latency-p95=20</c>.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="threshold">The threshold, or null.</param>
    /// <param name="error">What is wrong, as a sentence with the remedy, or null.</param>
    public static bool TryParse(string text, out Threshold? threshold, out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        (threshold, error) = (null, null);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            error = $"“{text}” is no threshold: write metric=value, such as correct=0.8.";
            return false;
        }

        var name = text[..equals].Trim();
        var prefix = MetricGroup.Halves.FirstOrDefault(half => name.StartsWith(half + ".", StringComparison.Ordinal));
        var metric = MetricCatalog.Find(prefix is null ? name : name[(prefix.Length + 1)..]);
        if (metric is null)
        {
            error = $"There is no metric “{name}”; there are {string.Join(", ", MetricCatalog.All.Select(m => m.Id))}, "
                + "each also with dev. or heldout. before it.";
            return false;
        }

        if (!TryReadValue(text[(equals + 1)..].Trim(), out var value))
        {
            error = $"“{text[(equals + 1)..]}” is no value for {name}: write a number such as 0.8, 80% or 20.";
            return false;
        }

        threshold = new Threshold(prefix ?? MetricGroup.Overall, metric, value);
        return true;
    }

    /// <summary>Why a report does not keep to the bound, as a sentence; null when it does.</summary>
    public string? FailureIn(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var name = _half == MetricGroup.Overall ? _metric.Id : $"{_half}.{_metric.Id}";
        if (report.Find(_half)?.Metrics.GetValueOrDefault(_metric.Id)?.Value is not { } value)
        {
            return $"{name} has no value in this run.";
        }

        var kept = _metric.LessIsBetter ? value <= _value : value >= _value;
        return kept ? null : $"{name} is {_metric.Format(value)}, {(_metric.LessIsBetter ? "over" : "under")} {_metric.Format(_value)}.";
    }

    private static bool TryReadValue(string text, out double value)
    {
        var percent = text.EndsWith('%');
        var read = double.TryParse(percent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        value = percent ? value / 100 : value;
        return read;
    }
}
