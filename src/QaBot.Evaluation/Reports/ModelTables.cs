using System.Globalization;
using QaBot.Answering;

namespace QaBot.Evaluation.Reports;

/// <summary>The tables of what models did and cost; none without a model.</summary>
internal static class ModelTables
{
    private static readonly string[] Columns = ["", "", "Answers", "Tokens read", "of them kept", "Tokens written", "Cost"];

    /// <summary>The tables there are something for.</summary>
    public static IEnumerable<ReportTable> Write(EvaluationReport report) => Models(report).Concat(Vectors(report));

    private static IEnumerable<ReportTable> Vectors(EvaluationReport report) => report.Vectors is not { } vectors ? [] :
    [
        new ReportTable(
            $"Retrieval with the vectors of {vectors.Model}",
            ["Ranking", "hit@1", "hit@5", "hit@10", "mrr"],
            [Row("words", vectors.Words), Row("words and vectors", vectors.Fused)]),
    ];

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<double> figures) =>
        [name, .. figures.Select(figure => figure.ToString("0.0000", CultureInfo.InvariantCulture))];

    private static IEnumerable<ReportTable> Models(EvaluationReport report)
    {
        var rows = new List<IReadOnlyList<string>>();
        if (report.Model is { } model)
        {
            rows.Add(Row("answers", model.Model, model.Worded, model.Usage, model.Cost));
            rows.AddRange(model.Notices.Select(notice => Row("notice", notice.Key, notice.Value, usage: null, cost: null)));
        }

        if (report.Judge is { } judge)
        {
            rows.Add(Row("judge", judge.Model, judge.Correct + judge.Incorrect + judge.Unreadable, judge.Usage, judge.Cost));
            rows.Add(Row("judge", "correct", judge.Correct, usage: null, cost: null));
            rows.Add(Row("judge", "incorrect", judge.Incorrect, usage: null, cost: null));
            rows.Add(Row("judge", "unreadable", judge.Unreadable, usage: null, cost: null));
            rows.Add(Row("judge", "as judged by rules", judge.Agreeing, usage: null, cost: null));
        }

        return rows.Count == 0 ? [] : [new ReportTable("Models: what they said and cost", Columns, rows, TextColumns: 2)];
    }

    private static string[] Row(string what, string name, int count, TokenUsage? usage, double? cost) =>
    [
        what,
        name,
        Number(count),
        usage is null ? "" : Number(usage.InputTokens) + (usage.Estimated ? " (estimated)" : ""),
        usage is null ? "" : Number(usage.CachedInputTokens),
        usage is null ? "" : Number(usage.OutputTokens),
        cost is { } sum ? sum.ToString("0.0000", CultureInfo.InvariantCulture) : "",
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
