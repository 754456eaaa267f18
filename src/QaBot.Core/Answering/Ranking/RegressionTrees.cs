namespace QaBot.Answering.Ranking;

/// <summary>A sum of small regression trees over the features of a ranker.</summary>
/// <remarks>
/// A tree is complete: node i has the children 2i + 1 and 2i + 2, inner nodes have a feature and a threshold (greater goes right), the
/// last level has the values. Fitted by gradient boosting (Friedman 2001) in QaBot.Training.
/// </remarks>
/// <param name="depth">Levels of inner nodes.</param>
/// <param name="features">The feature of each inner node, tree by tree; -1 always goes left.</param>
/// <param name="thresholds">The threshold of each inner node.</param>
/// <param name="values">The value of each leaf, tree by tree.</param>
internal sealed class RegressionTrees(int depth, int[] features, float[] thresholds, float[] values)
{
    private readonly int _inner = (1 << depth) - 1;

    /// <summary>Number of trees.</summary>
    public int Count => features.Length / _inner;

    /// <summary>The sum over the trees.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        for (var tree = 0; tree < Count; tree++)
        {
            var node = 0;
            while (node < _inner)
            {
                var feature = features[(tree * _inner) + node];
                node = (2 * node) + (feature >= 0 && row[feature] > thresholds[(tree * _inner) + node] ? 2 : 1);
            }

            sum += values[(tree * (_inner + 1)) + node - _inner];
        }

        return sum;
    }
}
