using System.Globalization;
using System.Text;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Reports;

/// <summary>The figures of report.html: the summary at the top, the tables, and what the figures are.</summary>
internal static class HtmlFigures
{
    private static readonly string[] Summary = ["headline", "correct", "citation-recall", "abstention-f1", "recall@5", "latency-p95"];

    /// <summary>The tiles at the top.</summary>
    public static void WriteSummary(StringBuilder html, EvaluationReport report)
    {
        html.Append("<section class=\"summary\" aria-label=\"Summary\">\n");
        foreach (var metric in Summary.Select(id => MetricCatalog.Find(id)!))
        {
            var overall = ValueOf(report, MetricGroup.Overall, metric);
            html.Append(CultureInfo.InvariantCulture, $"""
                <div class="tile"><h2 title="{Html.Text(metric.Definition)}">{Html.Text(metric.Title)}</h2>
                <p class="value">{metric.Format(overall?.Value)} {Change(report, MetricGroup.Overall, metric)}</p>
                <p class="range">{Range(metric, overall?.Interval)}</p>
                <p class="halves"><span class="dev">Development <b>{metric.Format(ValueOf(report, MetricGroup.Development, metric)?.Value)}</b></span> <span class="heldout">Held out <b>{metric.Format(ValueOf(report, MetricGroup.HeldOut, metric)?.Value)}</b></span></p></div>

                """);
        }

        html.Append("</section>\n");
    }

    /// <summary>Tables as a terminal has them.</summary>
    public static void Write(StringBuilder html, IEnumerable<ReportTable> tables)
    {
        foreach (var table in tables)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section><h2>{Html.Text(table.Title)}</h2>\n<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
            html.AppendJoin("", table.Columns.Select(column => $"<th scope=\"col\">{Html.Text(column)}</th>")).Append("</tr></thead><tbody>\n");
            foreach (var row in table.Rows)
            {
                html.Append("<tr>").AppendJoin("", row.Select((cell, i) => i == 0 ? $"<th scope=\"row\">{Html.Text(cell)}</th>" : $"<td>{Html.Text(cell)}</td>")).Append("</tr>\n");
            }

            html.Append("</tbody></table></div></section>\n");
        }
    }

    /// <summary>What each figure is.</summary>
    public static void WriteDefinitions(StringBuilder html)
    {
        html.Append("<section><details><summary>What the figures are</summary><dl class=\"definitions\">\n");
        foreach (var metric in MetricCatalog.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Html.Text(metric.Id)}{(metric.LessIsBetter ? " ↓" : "")}</dt><dd>{Html.Text(metric.Definition)}</dd>\n");
        }

        html.Append("</dl></details></section>\n");
    }

    private static string Change(EvaluationReport report, string half, Metric metric)
    {
        if (DifferenceOf(report, half, metric) is not { } difference)
        {
            return "";
        }

        var direction = Math.Abs(difference.Difference) < 1e-9 ? "same" : difference.Difference > 0 == metric.LessIsBetter ? "worse" : "better";
        var sure = difference.PValue < 0.05 && direction != "same" ? " sure" : "";
        return $"<span class=\"change {direction}{sure}\"><span class=\"hidden\">{direction}: </span>{metric.FormatDifference(difference.Difference)}</span>";
    }

    private static PairedDifference? DifferenceOf(EvaluationReport report, string half, Metric metric) =>
        report.Baseline.FirstOrDefault(b => b.Half == half)?.Differences.GetValueOrDefault(metric.Id);

    private static MetricValue? ValueOf(EvaluationReport report, string half, Metric metric) => report.Find(half)?.Metrics.GetValueOrDefault(metric.Id);

    private static string Range(Metric metric, Interval? interval) =>
        interval is null ? "" : $"{metric.Format(interval.Low)} to {metric.Format(interval.High)}";
}
