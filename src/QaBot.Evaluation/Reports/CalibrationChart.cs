using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The reliability diagram: the share of right answers in each bin of confidence.</summary>
internal static class CalibrationChart
{
    public static string Draw(IReadOnlyList<CalibrationBin> bins)
    {
        var filled = bins.Where(bin => bin.Count > 0).ToList();
        var plot = new Plot(
            "Reliability diagram: " + string.Join(", ", filled.Select(b => Html.Of($"confidence {b.Confidence:0.00}, right {b.Correct * 100:0} % of {b.Count}"))), 260);
        plot.PercentAxes("confidence", "right");
        foreach (var bin in filled)
        {
            plot.Bar(bin.From + 0.006, 0, bin.To - 0.006, bin.Correct, "bar", Html.Of($"{bin.Count} answers, mean confidence {bin.Confidence:0.00}, {bin.Correct * 100:0.0} % right"));
        }

        plot.Line([(0, 0), (1, 1)], "diagonal");
        foreach (var bin in filled)
        {
            plot.Dot(bin.Confidence, bin.Correct, 4, "point");
            plot.Text((bin.From + bin.To) / 2, bin.Correct, bin.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "count mid", moveY: -8);
        }

        return plot.ToString();
    }
}
