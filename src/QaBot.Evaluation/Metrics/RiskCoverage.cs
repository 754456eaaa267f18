namespace QaBot.Evaluation.Metrics;

/// <summary>
/// The risk–coverage curve of the answers given, surest first, and the area under it (El-Yaniv and Wiener 2010; Geifman and
/// El-Yaniv 2017). Abstentions are no part of it.
/// </summary>
/// <remarks>Answers of equal confidence share their errors evenly, so that the order of the questions does not matter.</remarks>
internal static class RiskCoverage
{
    /// <summary>For each number k of surest answers, their share of all questions and the share of wrong ones among them.</summary>
    public static IReadOnlyList<(double Coverage, double Risk)> Curve(IReadOnlyList<Judgement> sample) =>
        [.. Risks(sample).Select((risk, i) => ((i + 1.0) / sample.Count, risk))];

    /// <summary>The mean risk over the curve's points; null when nothing was answered.</summary>
    public static double? Area(IReadOnlyList<Judgement> sample)
    {
        var risks = Risks(sample);
        return risks.Length == 0 ? null : risks.Sum() / risks.Length;
    }

    private static double[] Risks(IReadOnlyList<Judgement> sample)
    {
        var answered = sample.Where(j => j.Answered).ToArray();
        var confidences = Array.ConvertAll(answered, j => j.Confidence);
        Array.Sort(confidences, answered);
        Array.Reverse(confidences);
        Array.Reverse(answered);
        var risks = new double[answered.Length];
        var errors = 0.0;
        for (var first = 0; first < answered.Length;)
        {
            var (next, wrong) = (first, 0);
            for (; next < answered.Length && confidences[next].Equals(confidences[first]); next++)
            {
                wrong += answered[next].Correct ? 0 : 1;
            }

            for (var k = first; k < next; k++)
            {
                risks[k] = (errors + ((double)wrong * (k + 1 - first) / (next - first))) / (k + 1);
            }

            errors += wrong;
            first = next;
        }

        return risks;
    }
}
