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
        var overall = report.Curves.FirstOrDefault(c => c.Half == MetricGroup.Overall);
        html.Append("<section aria-labelledby=\"charts\"><h2 id=\"charts\">Charts</h2><div class=\"charts\">\n");
        Figure(html, "Correct by kind", "Share of right outcomes with its 95 % interval; the number of questions in brackets. <span class=\"key dev\">Development</span> <span class=\"key heldout\">Held out</span>", KindChart.Draw(report), "tall");
        Figure(html, "Calibration", $"Right answers by confidence; on the line, confidence means what it says. {Value(report, "ece")}", CalibrationChart.Draw(overall?.Calibration ?? []));
        Figure(html, "Risk and coverage", $"Wrong answers among the surest ones, as more are let through. {Value(report, "aurc")}", RiskCoverageChart.Draw(report));
        Figure(html, "Latency", "Milliseconds a question, on a logarithmic scale.", LatencyChart.Draw(report));
        html.Append("</div></section>\n");
    }

    private static void Figure(StringBuilder html, string title, string caption, string svg, string css = "") =>
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart {css}\"><figcaption><h3>{title}</h3><p>{caption}</p></figcaption>{svg}</figure>\n");

    private static string Value(EvaluationReport report, string id)
    {
        var name = MetricCatalog.Find(id)!.Name;
        return report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(id)?.Value is { } value ? $"{name.Title} {name.Format(value)}." : "";
    }
}
