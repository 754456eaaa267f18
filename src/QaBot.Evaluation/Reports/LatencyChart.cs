using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The histogram of latencies on a logarithmic scale, four bars a power of ten, with three quantiles.</summary>
internal static class LatencyChart
{
    private const int BarsADecade = 4;
    private static readonly string[] Marked = ["latency-p50", "latency-p95", "latency-p99"];

    public static string Draw(EvaluationReport report)
    {
        var logs = report.Judgements.Select(j => Math.Log10(Math.Max(j.ElapsedMs, 0.001))).ToList();
        var from = logs.Count == 0 ? 0 : (int)Math.Floor(logs.Min());
        var decades = logs.Count == 0 ? 1 : Math.Max(1, (int)Math.Floor(logs.Max()) + 1 - from);
        var counts = new int[decades * BarsADecade];
        foreach (var log in logs)
        {
            counts[Math.Clamp((int)((log - from) * BarsADecade), 0, counts.Length - 1)]++;
        }

        var plot = new Plot($"Histogram of latency: {Quantiles(report)}", 230, bottom: 26);
        var highest = Math.Max(1, counts.Max());
        for (var i = 0; i < counts.Length; i++)
        {
            var width = 1.0 / counts.Length;
            plot.Bar((i * width) + 0.003, 0, ((i + 1) * width) - 0.003, 0.7 * counts[i] / highest, "bar", Html.Of($"{counts[i]} questions"));
        }

        plot.Line([(0, 0), (1, 0)], "grid");
        for (var i = 0; i <= decades; i++)
        {
            var x = (double)i / decades;
            plot.Text(x, 0, Html.Of($"{Math.Pow(10, from + i):0.###} ms"), i == decades ? "tick end" : "tick mid", moveX: i == decades ? 8 : 0, moveY: 17);
        }

        DrawQuantiles(plot, report, from, decades);
        return plot.ToString();
    }

    private static void DrawQuantiles(Plot plot, EvaluationReport report, int from, int decades)
    {
        foreach (var (i, id) in Marked.Index())
        {
            if (report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(id)?.Value is { } value)
            {
                var x = Math.Clamp((Math.Log10(Math.Max(value, 0.001)) - from) / decades, 0, 1);
                plot.Line([(x, 0), (x, 1 - (0.1 * i))], "quantile");
                plot.Text(x, 1 - (0.1 * i), Html.Of($"{id[8..]} {value:0.0}"), x > 0.8 ? "label halo end" : "label halo", moveX: x > 0.8 ? -5 : 5, moveY: 9);
            }
        }
    }

    private static string Quantiles(EvaluationReport report) => string.Join(", ", MetricCatalog.All.Select(m => m.Name)
        .Where(n => n.Section == MetricSection.Latency)
        .Select(n => $"{n.Id[8..]} {n.Format(report.Find(MetricGroup.Overall)?.Metrics.GetValueOrDefault(n.Id)?.Value)}"));
}
