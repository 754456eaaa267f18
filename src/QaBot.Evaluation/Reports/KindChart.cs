namespace QaBot.Evaluation.Reports;

/// <summary>The share of right outcomes of each kind, as bars with intervals.</summary>
internal static class KindChart
{
    private const int RowHeight = 36;
    private const int Room = 56;

    public static string Draw(EvaluationReport report)
    {
        var groups = report.Groups.Where(g => g.Half == MetricGroup.Overall && g.Kind is not null)
            .OrderByDescending(g => g.Metrics["correct"].Value).ThenBy(g => g.Kind, StringComparer.Ordinal).ToList();
        var plot = new Plot($"Correct by kind: {string.Join(", ", groups.Select(g => Html.Of($"{g.Kind} {g.Metrics["correct"].Value * 100:0} %")))}", (groups.Count * RowHeight) + Room, left: 150);
        foreach (var tick in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            plot.Line([(tick, 0), (tick, 1)], "grid");
            plot.Text(tick, 0, Html.Of($"{tick * 100:0} %"), tick == 1 ? "tick end" : "tick mid", moveX: tick == 1 ? 8 : 0, moveY: 17);
        }

        var row = 1.0 / Math.Max(1, groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            var (value, interval) = (groups[i].Metrics["correct"].Value ?? 0, groups[i].Metrics["correct"].Interval);
            var middle = 1 - ((i + 0.5) * row);
            plot.Text(0, middle, $"{groups[i].Kind} ({groups[i].Count.ToString(System.Globalization.CultureInfo.InvariantCulture)})", "label end", moveX: -10, moveY: 4.5);
            plot.Bar(0, middle - (row * 0.28), value, middle + (row * 0.28), "bar", Html.Of($"{groups[i].Kind}: {value * 100:0.0} %"));
            if (interval is not null)
            {
                plot.Line([(interval.Low, middle), (interval.High, middle)], "whisker");
                plot.Line([(interval.Low, middle - (row * 0.12)), (interval.Low, middle + (row * 0.12))], "whisker");
                plot.Line([(interval.High, middle - (row * 0.12)), (interval.High, middle + (row * 0.12))], "whisker");
            }
        }

        return plot.ToString();
    }
}
