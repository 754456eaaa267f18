namespace QaBot.Answering.Ranking;

/// <summary>How likely something is true of an outcome: a logistic regression, and fitted trees for what it cannot express.</summary>
internal sealed class OutcomeModel(double[] weights, RegressionTrees trees)
{
    /// <summary>0 to 1.</summary>
    public double Probability(float[] features) => 1 / (1 + Math.Exp(-Score(features, weights) - trees.Score(features)));

    /// <summary>The linear score.</summary>
    public static double Score(float[] features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }
}
