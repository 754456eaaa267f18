namespace QaBot.Evaluation.Metrics;

/// <summary>
/// The risk–coverage curve of the answers given, surest first, and the area under it (El-Yaniv and Wiener 2010; Geifman and
/// El-Yaniv 2017). Abstentions are no part of it.
/// </summary>
/// <remarks>Answers of equal confidence share their errors evenly, so that the order of the questions does not matter.</remarks>
public static class RiskCoverage
{
    /// <summary>For each number k of surest answers, the share of wrong ones among them.</summary>
    public static IReadOnlyList<RiskCoveragePoint> Curve(IReadOnlyList<Judgement> sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var answered = sample.Where(j => j.Answered).OrderByDescending(j => j.Confidence).ToList();
        var points = new List<RiskCoveragePoint>(answered.Count);
        var errors = 0.0;
        for (var first = 0; first < answered.Count;)
        {
            var (next, wrong) = (first, 0);
            for (; next < answered.Count && answered[next].Confidence.Equals(answered[first].Confidence); next++)
            {
                wrong += answered[next].Correct ? 0 : 1;
            }

            for (var k = first + 1; k <= next; k++)
            {
                var risk = (errors + ((double)wrong * (k - first) / (next - first))) / k;
                points.Add(new RiskCoveragePoint((double)k / sample.Count, risk, answered[first].Confidence));
            }

            errors += wrong;
            first = next;
        }

        return points;
    }

    /// <summary>The mean risk over the curve's points; null when nothing was answered.</summary>
    public static double? Area(IReadOnlyList<Judgement> sample)
    {
        var curve = Curve(sample);
        return curve.Count == 0 ? null : curve.Average(point => point.Risk);
    }
}
