using QaBot.Answering.Candidates;

namespace QaBot.Training.Fitting;

/// <summary>Fits a linear ranker by the listwise log-likelihood of the right candidates (Cao et al. 2007, ListNet's top-one form).</summary>
/// <remarks>Full-batch Adam over standardised features with an L2 penalty; no chance is involved, so the same data give the same weights.</remarks>
internal static class SoftmaxTrainer
{
    private const int Iterations = 80;
    private const double Rate = 0.08;
    private const double Penalty = 4e-3;

    /// <summary>The weights of the raw features.</summary>
    public static double[] Fit(IReadOnlyList<Group> groups)
    {
        var usable = groups.Where(g => g.Gains.Any(gain => gain > 0)).ToList();
        var deviation = Deviations(usable);
        var dimension = deviation.Length;
        var weights = new double[dimension];
        var (first, second) = (new double[dimension], new double[dimension]);
        var halves = new[] { usable.Where((_, i) => i % 2 == 0).ToList(), usable.Where((_, i) => i % 2 == 1).ToList() };
        for (var iteration = 1; iteration <= Iterations; iteration++)
        {
            var raw = weights.Select((w, i) => w / deviation[i]).ToArray();
            var gradients = halves.AsParallel().AsOrdered().Select(half => Gradient(half, raw, dimension)).ToArray();
            for (var i = 0; i < dimension; i++)
            {
                var gradient = (gradients.Sum(g => g[i]) / deviation[i] / usable.Count) - (Penalty * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * gradient);
                second[i] = (0.999 * second[i]) + (0.001 * gradient * gradient);
                var step = first[i] / (1 - Math.Pow(0.9, iteration)) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, iteration))) + 1e-9);
                weights[i] += Rate * step;
            }
        }

        return [.. weights.Select((w, i) => w / deviation[i])];
    }

    /// <summary>The scores of a group's candidates.</summary>
    public static double[] Scores(Group group, double[] weights) => [.. group.Features.Select(f => LinearModel.Score(f, weights))];

    private static double[] Gradient(List<Group> groups, double[] weights, int dimension)
    {
        var gradient = new double[dimension];
        foreach (var group in groups)
        {
            var pulls = Likelihood.Pulls(Scores(group, weights), group.Gains);
            for (var i = 0; i < pulls.Length; i++)
            {
                var features = group.Features[i];
                for (var f = 0; f < dimension; f++)
                {
                    gradient[f] += pulls[i] * features[f];
                }
            }
        }

        return gradient;
    }

    private static double[] Deviations(List<Group> groups)
    {
        var dimension = groups[0].Features[0].Length;
        var (sum, squares, count) = (new double[dimension], new double[dimension], 0L);
        foreach (var features in groups.SelectMany(g => g.Features))
        {
            count++;
            for (var i = 0; i < dimension; i++)
            {
                sum[i] += features[i];
                squares[i] += (double)features[i] * features[i];
            }
        }

        var mean = sum.Select(s => s / count).ToArray();
        return [.. squares.Select((s, i) => Math.Max(1e-4, Math.Sqrt(Math.Max(0, (s / count) - (mean[i] * mean[i])))))];
    }
}
