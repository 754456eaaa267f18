using System.Globalization;

namespace QaBot.Evaluation.Reports;

/// <summary>The share of right outcomes of each kind, a bar for each half, with intervals.</summary>
internal static class KindChart
{
    private const int RowHeight = 48;
    private const int Room = 38;

    public static string Draw(EvaluationReport report)
    {
        var kinds = report.Groups.Where(g => g.Half == MetricGroup.Overall && g.Kind is not null)
            .OrderByDescending(g => g.Metrics["correct"].Value).ThenBy(g => g.Kind, StringComparer.Ordinal).ToList();
        var label = string.Join(", ", kinds.Select(g => Html.Of($"{g.Kind} {g.Metrics["correct"].Value * 100:0} %")));
        var plot = new Plot($"Correct by kind: {label}", (kinds.Count * RowHeight) + Room, left: 150, bottom: 26);
        foreach (var tick in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            plot.Line([(tick, 0), (tick, 1)], "grid");
            plot.Text(tick, 0, Html.Of($"{tick * 100:0} %"), tick == 1 ? "tick end" : "tick mid", moveX: tick == 1 ? 8 : 0, moveY: 17);
        }

        var row = 1.0 / Math.Max(1, kinds.Count);
        foreach (var (i, kind) in kinds.Index())
        {
            var top = 1 - (i * row);
            plot.Text(0, top - (row / 2), $"{kind.Kind} ({kind.Count.ToString(CultureInfo.InvariantCulture)})", "label end", moveX: -10, moveY: 4.5);
            DrawHalf(plot, report.Find(MetricGroup.Development, kind.Kind), top - (0.14 * row), row * 0.32, "dev");
            DrawHalf(plot, report.Find(MetricGroup.HeldOut, kind.Kind), top - (0.54 * row), row * 0.32, "heldout");
        }

        return plot.ToString();
    }

    private static void DrawHalf(Plot plot, MetricGroup? group, double top, double height, string css)
    {
        if (group?.Metrics["correct"] is not { Value: { } value } correct)
        {
            return;
        }

        var (middle, tip) = (top - (height / 2), height * 0.22);
        plot.Bar(0, top - height, value, top, $"bar {css}", Html.Of($"{group.Kind}, {TableReport.Title(group.Half)}: {value * 100:0.0} % of {group.Count}"));
        if (correct.Interval is { } interval)
        {
            plot.Line([(interval.Low, middle), (interval.High, middle)], "whisker");
            plot.Line([(interval.Low, middle - tip), (interval.Low, middle + tip)], "whisker");
            plot.Line([(interval.High, middle - tip), (interval.High, middle + tip)], "whisker");
        }
    }
}
