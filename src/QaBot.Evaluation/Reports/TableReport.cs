using System.Globalization;
using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The report as tables.</summary>
internal static class TableReport
{
    private const int MostWrong = 20;
    private static readonly string[] KindColumns = ["headline", "correct", "citation-recall", "recall@5", "coverage"];

    public static IReadOnlyList<ReportTable> Write(EvaluationReport report)
    {
        List<ReportTable> tables = [Figures(report), Kinds(report)];
        if (Wrong(report) is { Rows.Count: > 0 } wrong)
        {
            tables.Add(wrong);
        }

        tables.AddRange(ModelTables.Write(report));
        return tables;
    }

    internal static ReportTable Figures(EvaluationReport report)
    {
        var hasBaseline = report.Baseline.Count > 0;
        List<string> columns = ["Metric", $"Overall ({Count(MetricGroup.Overall)})", "95 %", $"Dev ({Count(MetricGroup.Development)})", $"Held out ({Count(MetricGroup.HeldOut)})"];
        if (hasBaseline)
        {
            columns.AddRange(["Change", "p (McNemar)"]);
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var metric in MetricCatalog.All)
        {
            var overall = report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(metric.Id);
            if (overall?.Value is null)
            {
                continue;
            }

            List<string> row = [metric.Id, metric.Format(overall.Value), metric.Format(overall.Interval), Value(MetricGroup.Development, metric), Value(MetricGroup.HeldOut, metric)];
            if (hasBaseline)
            {
                row.AddRange(Difference(report, metric));
            }

            rows.Add(row);
        }

        return new ReportTable($"{report.QuestionSet}: lexical support, not entailment", columns, rows);

        int Count(string half) => report.Find(half)?.Count ?? 0;

        string Value(string half, Metric metric) => metric.Format(report.Find(half)?.Metrics.GetValueOrDefault(metric.Id)?.Value);
    }

    private static string[] Difference(EvaluationReport report, Metric metric) =>
        report.Baseline[0].Differences.GetValueOrDefault(metric.Id) is not { } difference ? ["–", "–"] :
        [
            metric.FormatDifference(difference.Difference),
            difference.PValue?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–",
        ];

    internal static ReportTable Kinds(EvaluationReport report)
    {
        var metrics = KindColumns.Select(id => MetricCatalog.Find(id)!).ToList();
        var rows = report.Groups.Where(g => g.Half == MetricGroup.Overall && g.Kind is not null).Select(group => (IReadOnlyList<string>)
        [
            group.Kind!,
            group.Count.ToString(CultureInfo.InvariantCulture),
            .. metrics.Select(metric => metric.Format(group.Metrics[metric.Id].Value)),
        ]);
        return new ReportTable("By kind", ["Kind", "Questions", .. KindColumns], [.. rows]);
    }

    private static ReportTable Wrong(EvaluationReport report)
    {
        var wrong = report.Judgements.Where(j => !j.Headline).Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        var rows = report.Details.Where(d => wrong.Contains(d.Question.Id)).Select(d => (IReadOnlyList<string>)
        [
            d.Question.Id,
            d.Question.Kind,
            d.Question.Question,
            d.Answer.ShortAnswer ?? (d.Answer.Outcome == "answered" ? "(none)" : d.Answer.Outcome),
            !d.Question.Answerable ? "abstain" : d.Question.Answers.Count > 0 ? d.Question.Answers[0] : string.Join(", ", d.Question.AllOf),
        ]);
        var all = rows.ToList();
        var title = all.Count <= MostWrong ? "Wrong headlines" : string.Create(CultureInfo.InvariantCulture, $"Wrong headlines: {MostWrong} of {all.Count}, all of them in {EvaluationReport.HtmlFileName}");
        return new ReportTable(title, ["Id", "Kind", "Question", "Answer", "Wanted"], [.. all.Take(MostWrong)], TextColumns: 5);
    }

    internal static string Title(string half) => half switch
    {
        MetricGroup.Development => "Development",
        MetricGroup.HeldOut => "Held out",
        _ => "Overall",
    };
}
