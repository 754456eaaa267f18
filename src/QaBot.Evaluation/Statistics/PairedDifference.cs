namespace QaBot.Evaluation.Statistics;

/// <summary>How a figure differs from a baseline's on the same questions.</summary>
/// <param name="Difference">The figure now less the figure before.</param>
/// <param name="PValue">For a share of questions the two-sided p-value of the exact test of McNemar; null for other figures.</param>
public sealed record PairedDifference(double Difference, double? PValue)
{
    /// <summary>How probable it is that questions which changed are split at least so unevenly, if each were as likely to get better as worse (McNemar 1947).</summary>
    /// <param name="better">Questions that count now and did not before.</param>
    /// <param name="worse">Questions that counted before and do not now.</param>
    internal static double McNemar(int better, int worse)
    {
        var changed = better + worse;
        var (sum, logTerm) = (0.0, -changed * Math.Log(2));
        for (var k = 0; k <= Math.Min(better, worse); k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log((changed - k) / (k + 1.0));
        }

        return Math.Min(1, 2 * sum);
    }
}
