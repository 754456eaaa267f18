using System.Globalization;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Reads fitted weights: lines of a feature's name, a tab and its weight; the comment at the top says where they come from.</summary>
internal static class ModelFile
{
    /// <summary>What one unit of a hashed weight is.</summary>
    public const float HashedUnit = 1 / 40f;

    /// <summary>The weights of the named features, in the order of the names.</summary>
    /// <exception cref="InvalidOperationException">The file has a feature that is not among the names.</exception>
    public static double[] Read(string resource, IReadOnlyList<string> names)
    {
        var weights = new double[names.Count];
        var places = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        foreach (var (name, value) in WordList.Lines(resource))
        {
            if (!places.TryGetValue(name, out var place))
            {
                throw new InvalidOperationException($"{resource} has a weight for {name}, which is no feature: fit the weights again.");
            }

            weights[place] = double.Parse(value[0], CultureInfo.InvariantCulture);
        }

        return weights;
    }

    /// <summary>The weights of hashed features: behind the comment line one signed byte each, in units of <see cref="HashedUnit"/>.</summary>
    public static float[] ReadHashed(string resource, int size)
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream("QaBot." + resource.Replace('/', '.'))
            ?? throw new InvalidOperationException($"The embedded file {resource} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var units = bytes.AsSpan(bytes.AsSpan().IndexOf((byte)'\n') + 1);
        if (units.Length != size)
        {
            throw new InvalidOperationException($"{resource} has {units.Length} weights, not {size}: fit the weights again.");
        }

        var weights = new float[size];
        for (var i = 0; i < size; i++)
        {
            weights[i] = (sbyte)units[i] * HashedUnit;
        }

        return weights;
    }
}
