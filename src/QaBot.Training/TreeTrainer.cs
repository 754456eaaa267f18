using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>Fits regression trees by gradient boosting on a likelihood, starting from given scores.</summary>
/// <remarks>Histograms over quantile bins; the same data give the same trees.</remarks>
internal static class TreeTrainer
{
    private const int Bins = 32;
    private const double Shrinkage = 0.1;
    private const double Regularisation = 30;

    /// <summary>Trees that rank sentences: the listwise likelihood of the evidence.</summary>
    /// <param name="groups">Questions with their candidates.</param>
    /// <param name="baseline">The scores that the trees improve, group by group.</param>
    public static RegressionTrees Rank(IReadOnlyList<Group> groups, IReadOnlyList<double[]> baseline) => Fit(
        [.. groups.SelectMany(g => g.Features)], [.. baseline.SelectMany(s => s)], scores => Gradients(groups, scores), SentenceRanker.Depth, trees: 150);

    /// <summary>Trees that tell yes from no: the likelihood of logistic regression.</summary>
    /// <param name="rows">Features, label and the weight of each example.</param>
    /// <param name="baseline">The scores that the trees improve.</param>
    public static RegressionTrees Classify(IReadOnlyList<(float[] Features, bool Right, double Weight)> rows, double[] baseline) =>
        Fit([.. rows.Select(r => r.Features)], baseline, scores => Gradients(rows, scores), ConfidenceModel.Depth, trees: 100);

    private static RegressionTrees Fit(float[][] rows, double[] baseline, Func<double[], (double[] Gradients, double[] Hessians)> derive, int depth, int trees)
    {
        var inner = (1 << depth) - 1;
        var width = rows[0].Length;
        var edges = Enumerable.Range(0, width).Select(f => Edges(rows, f)).ToArray();
        var bins = Enumerable.Range(0, width).AsParallel().AsOrdered().Select(f => Array.ConvertAll(rows, r => Bin(edges[f], r[f]))).ToArray();
        var scores = baseline.ToArray();
        var (features, thresholds, values) = (new int[trees * inner], new float[trees * inner], new float[trees * (inner + 1)]);
        for (var tree = 0; tree < trees; tree++)
        {
            var (gradients, hessians) = derive(scores);
            var node = new int[rows.Length];
            for (var level = 0; level < depth; level++)
            {
                Split(level, tree * inner, bins, edges, gradients, hessians, node, features, thresholds);
            }

            var (sum, weight) = (new double[inner + 1], new double[inner + 1]);
            for (var i = 0; i < rows.Length; i++)
            {
                sum[node[i] - inner] += gradients[i];
                weight[node[i] - inner] += hessians[i];
            }

            for (var leaf = 0; leaf <= inner; leaf++)
            {
                values[(tree * (inner + 1)) + leaf] = (float)(Shrinkage * sum[leaf] / (weight[leaf] + Regularisation));
            }

            for (var i = 0; i < rows.Length; i++)
            {
                scores[i] += values[(tree * (inner + 1)) + node[i] - inner];
            }
        }

        return new RegressionTrees(depth, features, thresholds, values);
    }

    private static void Split(int level, int root, byte[][] bins, float[][] edges, double[] gradients, double[] hessians, int[] node, int[] features, float[] thresholds)
    {
        var first = (1 << level) - 1;
        var count = 1 << level;
        var best = Enumerable.Range(0, bins.Length).AsParallel().AsOrdered().Select(f => BestCuts(bins[f], gradients, hessians, node, first, count)).ToArray();
        for (var n = 0; n < count; n++)
        {
            var feature = Enumerable.Range(0, bins.Length).MaxBy(f => best[f][n].Gain);
            var cut = best[feature][n];
            var splits = cut.Gain > 1e-9;
            features[root + first + n] = splits ? feature : -1;
            thresholds[root + first + n] = splits ? edges[feature][cut.Bin] : 0;
        }

        for (var i = 0; i < node.Length; i++)
        {
            var feature = features[root + node[i]];
            var right = feature >= 0 && edges[feature].Length > 0 && bins[feature][i] > best[feature][node[i] - first].Bin;
            node[i] = (2 * node[i]) + (right ? 2 : 1);
        }
    }

    private static (double Gain, int Bin)[] BestCuts(byte[] bins, double[] gradients, double[] hessians, int[] node, int first, int count)
    {
        var (sums, weights) = (new double[count * Bins], new double[count * Bins]);
        for (var i = 0; i < bins.Length; i++)
        {
            var place = ((node[i] - first) * Bins) + bins[i];
            sums[place] += gradients[i];
            weights[place] += hessians[i];
        }

        var cuts = new (double, int)[count];
        for (var n = 0; n < count; n++)
        {
            var (total, totalWeight) = (0.0, 0.0);
            for (var b = 0; b < Bins; b++)
            {
                total += sums[(n * Bins) + b];
                totalWeight += weights[(n * Bins) + b];
            }

            var (left, leftWeight) = (0.0, 0.0);
            for (var b = 0; b < Bins - 1; b++)
            {
                left += sums[(n * Bins) + b];
                leftWeight += weights[(n * Bins) + b];
                var gain = Gain(left, leftWeight) + Gain(total - left, totalWeight - leftWeight) - Gain(total, totalWeight);
                cuts[n] = gain > cuts[n].Item1 ? (gain, b) : cuts[n];
            }
        }

        return cuts;
    }

    private static double Gain(double sum, double weight) => sum * sum / (weight + Regularisation);

    private static (double[] Gradients, double[] Hessians) Gradients(IReadOnlyList<Group> groups, double[] scores)
    {
        var (gradients, hessians) = (new double[scores.Length], new double[scores.Length]);
        var at = 0;
        foreach (var group in groups)
        {
            var n = group.Gains.Length;
            var shares = scores.AsSpan(at, n).ToArray();
            Likelihood.Pulls(shares, group.Gains).CopyTo(gradients, at);
            for (var i = 0; i < n; i++)
            {
                hessians[at + i] = shares[i] * (1 - shares[i]);
            }

            at += n;
        }

        return (gradients, hessians);
    }

    private static (double[] Gradients, double[] Hessians) Gradients(IReadOnlyList<(float[] Features, bool Right, double Weight)> rows, double[] scores)
    {
        var (gradients, hessians) = (new double[scores.Length], new double[scores.Length]);
        for (var i = 0; i < scores.Length; i++)
        {
            var probability = 1 / (1 + Math.Exp(-scores[i]));
            gradients[i] = rows[i].Weight * ((rows[i].Right ? 1 : 0) - probability);
            hessians[i] = rows[i].Weight * probability * (1 - probability);
        }

        return (gradients, hessians);
    }

    /// <summary>The upper edges of the bins: values at the quantiles, each once.</summary>
    private static float[] Edges(float[][] rows, int feature)
    {
        var sample = rows.Where((_, i) => i % 7 == 0).Select(r => r[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(b => sample[(int)((long)b * sample.Length / Bins)]).Distinct()];
    }

    private static byte Bin(float[] edges, float value)
    {
        var bin = 0;
        while (bin < edges.Length && value > edges[bin])
        {
            bin++;
        }

        return (byte)bin;
    }
}
