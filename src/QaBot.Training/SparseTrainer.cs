using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>Fits the ranker of short answers: the same likelihood as <see cref="SoftmaxTrainer"/> over sparse features, by AdaGrad in a fixed order.</summary>
/// <remarks>
/// The weights are the mean of those on the way (Polyak averaging): with larger steps, and without the mean, they fit the articles they have seen and no others.
/// </remarks>
internal static class SparseTrainer
{
    private const int Epochs = 12;
    private const double Rate = 0.02;
    private const double Penalty = 2e-6;

    /// <summary>Steps between two of the weights that are averaged; those of the first epoch are left out.</summary>
    private const int Interval = 500;

    public static float[] Fit(IReadOnlyList<SpanGroup> groups)
    {
        var usable = groups.Where(g => g.Gains.Any(x => x > 0)).ToList();
        var weights = new float[SpanFeatures.Size];
        var squares = new float[SpanFeatures.Size];
        var (sums, samples) = (new double[SpanFeatures.Size], 0);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            // A stride that is coprime to the number of groups mixes the articles in the same way every time.
            for (var i = 0; i < usable.Count; i++)
            {
                Step(usable[(int)(i * 7919L % usable.Count)], weights, squares);
                if (epoch > 0 && (i % Interval == 0 || i == usable.Count - 1))
                {
                    samples++;
                    for (var place = 0; place < sums.Length; place++)
                    {
                        sums[place] += weights[place];
                    }
                }
            }
        }

        return [.. sums.Select(sum => (float)(sum / samples))];
    }

    public static double Score(SpanVector vector, float[] weights)
    {
        var sum = 0.0;
        foreach (var place in vector.On)
        {
            sum += weights[place];
        }

        for (var i = 0; i < vector.Dense.Length; i++)
        {
            sum += weights[i] * vector.Dense[i];
        }

        return sum;
    }

    private static void Step(SpanGroup group, float[] weights, float[] squares)
    {
        var scores = new double[group.Vectors.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(group.Vectors[i], weights);
        }

        var pulls = Likelihood.Pulls(scores, group.Gains);
        for (var i = 0; i < pulls.Length; i++)
        {
            var pull = pulls[i];
            if (Math.Abs(pull) < 1e-4)
            {
                continue;
            }

            foreach (var place in group.Vectors[i].On)
            {
                Move(place, pull);
            }

            for (var d = 0; d < group.Vectors[i].Dense.Length; d++)
            {
                Move(d, pull * group.Vectors[i].Dense[d]);
            }
        }

        void Move(int place, double gradient)
        {
            gradient -= Penalty * weights[place];
            squares[place] += (float)(gradient * gradient);
            weights[place] += (float)(Rate * gradient / Math.Sqrt(squares[place] + 1e-6));
        }
    }
}
