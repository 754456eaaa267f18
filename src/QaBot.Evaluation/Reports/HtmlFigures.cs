using System.Globalization;
using System.Text;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Statistics;

namespace QaBot.Evaluation.Reports;

/// <summary>The figures of report.html: the summary at the top and the table of all metrics.</summary>
internal static class HtmlFigures
{
    private static readonly string[] Summary = ["correct", "citation-precision", "citation-recall", "abstention-f1", "recall@5", "latency-p95"];

    /// <summary>The tiles at the top.</summary>
    public static void WriteSummary(StringBuilder html, EvaluationReport report)
    {
        html.Append("<section class=\"summary\" aria-label=\"Summary\">\n");
        foreach (var name in Summary.Select(id => MetricCatalog.Find(id)!.Name))
        {
            var overall = ValueOf(report, MetricGroup.Overall, name);
            html.Append(CultureInfo.InvariantCulture, $"""
                <div class="tile"><h2 title="{Html.Text(name.Definition)}">{Html.Text(name.Title)}</h2>
                <p class="value">{name.Format(overall?.Value)} {Change(report, MetricGroup.Overall, name)}</p>
                <p class="range">{Range(name, overall?.Interval)}</p>
                <p class="halves"><span class="dev">Development <b>{name.Format(ValueOf(report, MetricGroup.Development, name)?.Value)}</b></span> <span class="heldout">Held out <b>{name.Format(ValueOf(report, MetricGroup.HeldOut, name)?.Value)}</b></span></p></div>

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
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">Changes are against the baseline on the {report.Baseline[0].Count} questions that both runs have, by paired bootstrap; bold ones have p &lt; 0.05.</p>\n");
        }

        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"figures\"><table class=\"figures\"><thead><tr><th scope=\"col\">Metric</th><th scope=\"col\">Overall</th><th scope=\"col\" class=\"wide\">95 % interval</th><th scope=\"col\">Develop\u00ADment</th><th scope=\"col\">Held out</th>");
        html.Append(change ? "<th scope=\"col\">Change</th><th scope=\"col\" class=\"wide\">p</th>" : "").Append("</tr></thead>\n");
        foreach (var section in MetricCatalog.All.Select(metric => metric.Name).GroupBy(name => name.Section))
        {
            var names = section.Where(name => ValueOf(report, MetricGroup.Overall, name)?.Value is not null).ToList();
            if (names.Count > 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tbody><tr class=\"section\"><th scope=\"colgroup\" colspan=\"{(change ? 7 : 5)}\">{Title(section.Key)}</th></tr>\n");
                names.ForEach(name => WriteRow(html, report, name, change));
                html.Append("</tbody>\n");
            }
        }

        html.Append("</table></div></section>\n");
    }

    private static void WriteRow(StringBuilder html, EvaluationReport report, MetricName name, bool change)
    {
        var overall = ValueOf(report, MetricGroup.Overall, name);
        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><th scope="row">{Html.Text(name.Title)}{(name.LessIsBetter ? " <span class=\"less\">less is better</span>" : "")}<small>{Html.Text(name.Definition)}</small></th><td class="strong">{name.Format(overall?.Value)}</td><td class="wide muted">{Range(name, overall?.Interval)}</td><td>{name.Format(ValueOf(report, MetricGroup.Development, name)?.Value)}</td><td>{name.Format(ValueOf(report, MetricGroup.HeldOut, name)?.Value)}</td>
            """);
        if (change)
        {
            var p = DifferenceOf(report, MetricGroup.Overall, name)?.PValue.ToString("0.000", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"<td>{Change(report, MetricGroup.Overall, name)}</td><td class=\"wide muted\">{p ?? "–"}</td>");
        }

        html.Append("</tr>\n");
    }

    private static string Change(EvaluationReport report, string half, MetricName name)
    {
        if (DifferenceOf(report, half, name) is not { } difference)
        {
            return "";
        }

        var direction = Math.Abs(difference.Difference) < 1e-9 ? "same" : difference.Difference > 0 == name.LessIsBetter ? "worse" : "better";
        var sure = difference.PValue < 0.05 && direction != "same" ? " sure" : "";
        return $"<span class=\"change {direction}{sure}\"><span class=\"hidden\">{direction}: </span>{name.FormatDifference(difference.Difference)}</span>";
    }

    private static PairedDifference? DifferenceOf(EvaluationReport report, string half, MetricName name) =>
        report.Baseline.FirstOrDefault(b => b.Half == half)?.Differences.GetValueOrDefault(name.Id);

    private static MetricValue? ValueOf(EvaluationReport report, string half, MetricName name) => report.Find(half)?.Metrics.GetValueOrDefault(name.Id);

    private static string Range(MetricName name, Interval? interval) =>
        interval is null ? "" : $"{name.Format(interval.Low)} to {name.Format(interval.High)}";

    private static string Title(MetricSection section) => section switch
    {
        MetricSection.Citations => "Citations: lexical support, not entailment",
        MetricSection.Retrieval => "Retrieval of the evidence",
        _ => section.ToString(),
    };
}
