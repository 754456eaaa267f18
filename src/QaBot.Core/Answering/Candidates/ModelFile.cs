using System.Globalization;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Reads fitted weights: lines of a feature's name, a tab and its weight; the comment at the top says where they come from.</summary>
internal static class ModelFile
{
    /// <summary>The weights of the named features, in the order of the names.</summary>
    /// <exception cref="InvalidOperationException">The file has a feature that is not among the names, or has not all of them.</exception>
    public static double[] Read(string resource, IReadOnlyList<string> names)
    {
        var weights = Enumerable.Repeat(double.NaN, names.Count).ToArray();
        var places = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        foreach (var (name, value) in WordList.Lines(resource))
        {
            if (!places.TryGetValue(name, out var place))
            {
                throw new InvalidOperationException($"{resource} has a weight for {name}, which is no feature: fit the weights again.");
            }

            weights[place] = double.Parse(value[0], CultureInfo.InvariantCulture);
        }

        return Array.FindIndex(weights, double.IsNaN) is >= 0 and var missing
            ? throw new InvalidOperationException($"{resource} has no weight for {names[missing]}: fit the weights again.")
            : weights;
    }
}
