namespace QaBot.Answering.Ranking;

/// <summary>How likely something is true of an outcome: a logistic regression, and fitted trees for what it cannot express.</summary>
internal sealed class OutcomeModel(double[] weights, RegressionTrees trees)
{
    /// <summary>0 to 1.</summary>
    public double Probability(float[] features) => 1 / (1 + Math.Exp(-LinearModel.Score(features, weights) - trees.Score(features)));
}
