using System.Globalization;
using System.Text;
using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The charts of report.html, each with a title, a sentence that says how to read it, and its picture.</summary>
internal static class HtmlCharts
{
    /// <summary>The section of the charts.</summary>
    public static void Write(StringBuilder html, EvaluationReport report)
    {
        html.Append("<section aria-labelledby=\"charts\"><h2 id=\"charts\">Charts</h2><div class=\"charts\">\n");
        Figure(html, "Calibration", $"Right answers by confidence; on the line, confidence means what it says. {Value(report, "ece")}", CalibrationChart.Draw(Calibration.Bins(report.Judgements)));
        Figure(html, "Risk and coverage", $"Wrong answers among the surest ones, as more are let through. {Value(report, "aurc")}", RiskCoverageChart.Draw(report));
        html.Append("</div></section>\n");
    }

    private static void Figure(StringBuilder html, string title, string caption, string svg) =>
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><figcaption><h3>{title}</h3><p>{caption}</p></figcaption>{svg}</figure>\n");

    private static string Value(EvaluationReport report, string id)
    {
        var metric = MetricCatalog.Find(id)!;
        return report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(id)?.Value is { } value ? $"{metric.Title} {metric.Format(value)}." : "";
    }
}
