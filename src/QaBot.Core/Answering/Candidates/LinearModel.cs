namespace QaBot.Answering.Candidates;

/// <summary>The linear part of the models, as they are fitted and as they rank.</summary>
internal static class LinearModel
{
    /// <summary>The sum of the features, each by its weight.</summary>
    public static double Score(float[] features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return sum;
    }
}
