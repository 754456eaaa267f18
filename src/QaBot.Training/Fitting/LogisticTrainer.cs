using QaBot.Answering.Candidates;

namespace QaBot.Training.Fitting;

/// <summary>Fits the confidence: logistic regression with an L2 penalty by gradient descent (Adam), full batch.</summary>
internal static class LogisticTrainer
{
    private const int Iterations = 600;
    private const double Rate = 0.05;
    private const double Penalty = 1e-3;

    /// <summary>The weights.</summary>
    /// <param name="rows">Features, label and the weight of each example.</param>
    public static double[] Fit(IReadOnlyList<(float[] Features, bool Right, double Weight)> rows)
    {
        var dimension = rows[0].Features.Length;
        var total = rows.Sum(r => r.Weight);
        var (weights, first, second) = (new double[dimension], new double[dimension], new double[dimension]);
        for (var iteration = 1; iteration <= Iterations; iteration++)
        {
            var gradient = new double[dimension];
            foreach (var (features, right, weight) in rows)
            {
                var error = weight * ((right ? 1 : 0) - Probability(features, weights));
                for (var i = 0; i < dimension; i++)
                {
                    gradient[i] += error * features[i];
                }
            }

            for (var i = 0; i < dimension; i++)
            {
                var g = (gradient[i] / total) - (Penalty * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * g);
                second[i] = (0.999 * second[i]) + (0.001 * g * g);
                weights[i] += Rate * first[i] / (1 - Math.Pow(0.9, iteration)) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, iteration))) + 1e-9);
            }
        }

        return weights;
    }

    private static double Probability(float[] features, double[] weights) => 1 / (1 + Math.Exp(-LinearModel.Score(features, weights)));
}
