using System.Globalization;
using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The report as tables.</summary>
internal static class TableReport
{
    private const int MostWrong = 20;
    private static readonly string[] KindColumns = ["correct", "citation-recall", "recall@5", "coverage"];

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

    private static ReportTable Figures(EvaluationReport report)
    {
        var hasBaseline = report.Baseline.Count > 0;
        List<string> columns = ["Metric", $"Overall ({Count(MetricGroup.Overall)})", "95 %", $"Dev ({Count(MetricGroup.Development)})", $"Held out ({Count(MetricGroup.HeldOut)})"];
        if (hasBaseline)
        {
            columns.AddRange(["Change", "p"]);
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var name in MetricCatalog.All.Select(metric => metric.Name))
        {
            var overall = report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(name.Id);
            if (overall?.Value is null)
            {
                continue;
            }

            List<string> row = [name.Id, name.Format(overall.Value), name.Format(overall.Interval), Value(MetricGroup.Development, name), Value(MetricGroup.HeldOut, name)];
            if (hasBaseline)
            {
                row.AddRange(Difference(report, name));
            }

            rows.Add(row);
        }

        return new ReportTable($"{report.QuestionSet}: lexical support, not entailment", columns, rows);

        int Count(string half) => report.Find(half)?.Count ?? 0;

        string Value(string half, MetricName name) => name.Format(report.Find(half)?.Metrics.GetValueOrDefault(name.Id)?.Value);
    }

    private static string[] Difference(EvaluationReport report, MetricName name) =>
        report.Baseline[0].Differences.GetValueOrDefault(name.Id) is not { } difference ? ["–", "–"] :
        [
            name.FormatDifference(difference.Difference),
            difference.PValue.ToString("0.000", CultureInfo.InvariantCulture),
        ];

    private static ReportTable Kinds(EvaluationReport report)
    {
        var names = KindColumns.Select(id => MetricCatalog.Find(id)!.Name).ToList();
        var rows = report.Groups.Where(g => g.Half == MetricGroup.Overall && g.Kind is not null).Select(group => (IReadOnlyList<string>)
        [
            group.Kind!,
            group.Count.ToString(CultureInfo.InvariantCulture),
            .. names.Select(name => name.Format(group.Metrics[name.Id].Value)),
        ]);
        return new ReportTable("By kind", ["Kind", "Questions", .. KindColumns], [.. rows]);
    }

    private static ReportTable Wrong(EvaluationReport report)
    {
        var wrong = report.Judgements.Where(j => !j.Correct).Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        var rows = report.Details.Where(d => wrong.Contains(d.Question.Id)).Select(d => (IReadOnlyList<string>)
        [
            d.Question.Id,
            d.Question.Kind,
            d.Question.Question,
            d.Answer.ShortAnswer ?? d.Answer.Outcome,
            !d.Question.Answerable ? "abstain" : d.Question.Answers.Count > 0 ? d.Question.Answers[0] : string.Join(", ", d.Question.AllOf),
        ]);
        var all = rows.ToList();
        var title = all.Count <= MostWrong ? "Wrong" : string.Create(CultureInfo.InvariantCulture, $"Wrong: {MostWrong} of {all.Count}, all of them in {EvaluationReport.HtmlFileName}");
        return new ReportTable(title, ["Id", "Kind", "Question", "Answer", "Wanted"], [.. all.Take(MostWrong)], TextColumns: 5);
    }

    internal static string Title(string half) => half switch
    {
        MetricGroup.Development => "Development",
        MetricGroup.HeldOut => "Held out",
        _ => "Overall",
    };
}
