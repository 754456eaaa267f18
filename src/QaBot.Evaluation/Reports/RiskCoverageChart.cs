using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The risk–coverage curves of both halves.</summary>
internal static class RiskCoverageChart
{
    public static string Draw(EvaluationReport report)
    {
        var curves = new[] { MetricGroup.Development, MetricGroup.HeldOut }
            .Select(half => (Half: half, Points: RiskCoverage.Curve(ReportBuilder.InHalf(report.Judgements, half)))).Where(curve => curve.Points.Count > 0).ToList();
        var plot = new Plot(
            "Risk–coverage curves: " + string.Join(", ", curves.Select(c => Html.Of($"{TableReport.Title(c.Half)} ends at coverage {c.Points[^1].Coverage * 100:0} %, risk {c.Points[^1].Risk * 100:0} %"))), 260);
        plot.PercentAxes("coverage: share of questions answered", "risk");
        foreach (var (i, curve) in curves.Index())
        {
            var css = curve.Half == MetricGroup.HeldOut ? "heldout" : "dev";
            plot.Line(curve.Points, $"curve {css}", TableReport.Title(curve.Half));
            var y = 0.09 + (0.09 * i);
            plot.Line([(0.62, y), (0.69, y)], $"curve {css}");
            plot.Text(0.71, y, TableReport.Title(curve.Half), "label", moveY: 4.5);
        }

        return plot.ToString();
    }
}
