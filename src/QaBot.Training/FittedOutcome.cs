using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>The fitted parts of an <see cref="OutcomeModel"/>.</summary>
internal sealed record FittedOutcome(double[] Weights, RegressionTrees Trees)
{
    /// <summary>The model of these parts.</summary>
    public OutcomeModel Model { get; } = new(Weights, Trees);

    /// <summary>Fits weights, and trees on top of them.</summary>
    /// <param name="rows">Features, label and the weight of each example.</param>
    public static FittedOutcome Fit(List<(float[] Features, bool Label, double Weight)> rows)
    {
        var weights = LogisticTrainer.Fit(rows);
        return new FittedOutcome(weights, TreeTrainer.Classify(rows, [.. rows.Select(r => LinearModel.Score(r.Features, weights))]));
    }
}
