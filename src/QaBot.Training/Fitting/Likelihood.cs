namespace QaBot.Training.Fitting;

/// <summary>The listwise likelihood of the right candidates of a question, which every ranker is fitted by.</summary>
internal static class Likelihood
{
    /// <summary>
    /// The gradient by each candidate's score: its share among the right ones less its share among all. The scores are replaced by the latter.
    /// </summary>
    public static double[] Pulls(Span<double> scores, float[] gains)
    {
        var top = double.NegativeInfinity;
        foreach (var score in scores)
        {
            top = Math.Max(top, score);
        }

        var (all, right) = (0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - top);
            all += scores[i];
            right += scores[i] * gains[i];
        }

        var pulls = new double[scores.Length];
        for (var i = 0; i < pulls.Length; i++)
        {
            var share = scores[i] / all;
            pulls[i] = (right <= 0 ? 0 : scores[i] * gains[i] / right) - share;
            scores[i] = share;
        }

        return pulls;
    }
}
