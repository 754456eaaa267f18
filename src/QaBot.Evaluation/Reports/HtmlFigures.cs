using System.Globalization;
using System.Text;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Reports;

/// <summary>The figures of report.html: the summary at the top and the table of all metrics.</summary>
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

    /// <summary>The table of all metrics.</summary>
    public static void WriteTable(StringBuilder html, EvaluationReport report)
    {
        var change = report.Baseline.Count > 0;
        html.Append("<section aria-labelledby=\"figures\"><h2 id=\"figures\">All figures</h2>\n");
        if (change)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">Changes are against the baseline on the {report.Baseline[0].Count} questions that both runs have; p is of the exact test of McNemar, and bold ones have p &lt; 0.05.</p>\n");
        }

        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"figures\"><table class=\"figures\"><thead><tr><th scope=\"col\">Metric</th><th scope=\"col\">Overall</th><th scope=\"col\" class=\"wide\">95 % interval</th><th scope=\"col\">Develop\u00ADment</th><th scope=\"col\">Held out</th>");
        html.Append(change ? "<th scope=\"col\">Change</th><th scope=\"col\" class=\"wide\">p</th>" : "").Append("</tr></thead>\n");
        foreach (var section in MetricCatalog.All.GroupBy(metric => metric.Section))
        {
            var metrics = section.Where(metric => ValueOf(report, MetricGroup.Overall, metric)?.Value is not null).ToList();
            if (metrics.Count > 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tbody><tr class=\"section\"><th scope=\"colgroup\" colspan=\"{(change ? 7 : 5)}\">{Title(section.Key)}</th></tr>\n");
                metrics.ForEach(metric => WriteRow(html, report, metric, change));
                html.Append("</tbody>\n");
            }
        }

        html.Append("</table></div></section>\n");
    }

    /// <summary>Further tables, as a terminal has them.</summary>
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

    private static void WriteRow(StringBuilder html, EvaluationReport report, Metric metric, bool change)
    {
        var overall = ValueOf(report, MetricGroup.Overall, metric);
        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><th scope="row">{Html.Text(metric.Title)}{(metric.LessIsBetter ? " <span class=\"less\">less is better</span>" : "")}<small>{Html.Text(metric.Definition)}</small></th><td class="strong">{metric.Format(overall?.Value)}</td><td class="wide muted">{Range(metric, overall?.Interval)}</td><td>{metric.Format(ValueOf(report, MetricGroup.Development, metric)?.Value)}</td><td>{metric.Format(ValueOf(report, MetricGroup.HeldOut, metric)?.Value)}</td>
            """);
        if (change)
        {
            var p = DifferenceOf(report, MetricGroup.Overall, metric)?.PValue?.ToString("0.000", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"<td>{Change(report, MetricGroup.Overall, metric)}</td><td class=\"wide muted\">{p ?? "–"}</td>");
        }

        html.Append("</tr>\n");
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

    private static string Title(MetricSection section) => section switch
    {
        MetricSection.Citations => "Citations: lexical support, not entailment",
        MetricSection.Retrieval => "Retrieval of the evidence",
        _ => section.ToString(),
    };
}
