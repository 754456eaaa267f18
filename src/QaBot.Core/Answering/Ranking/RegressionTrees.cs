using System.Globalization;
using QaBot.Text;

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

    /// <summary>Reads trees: a line each, the inner nodes as <c>feature:threshold</c> and the values of the leaves, in order.</summary>
    public static RegressionTrees Read(string resource, int depth)
    {
        var (features, thresholds, values) = (new List<int>(), new List<float>(), new List<float>());
        foreach (var (_, fields) in WordList.Lines(resource))
        {
            foreach (var field in fields)
            {
                if (field.Split(':') is [var feature, var threshold])
                {
                    features.Add(int.Parse(feature, CultureInfo.InvariantCulture));
                    thresholds.Add(float.Parse(threshold, CultureInfo.InvariantCulture));
                }
                else
                {
                    values.Add(float.Parse(field, CultureInfo.InvariantCulture));
                }
            }
        }

        return new RegressionTrees(depth, [.. features], [.. thresholds], [.. values]);
    }

    /// <summary>The lines that <see cref="Read"/> reads.</summary>
    public IEnumerable<string> Lines() => Enumerable.Range(0, Count).Select(tree => string.Join(
        ' ',
        Enumerable.Range(tree * _inner, _inner).Select(n => string.Create(CultureInfo.InvariantCulture, $"{features[n]}:{thresholds[n]:R}"))
            .Concat(Enumerable.Range(tree * (_inner + 1), _inner + 1).Select(v => values[v].ToString("G4", CultureInfo.InvariantCulture)))));

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
