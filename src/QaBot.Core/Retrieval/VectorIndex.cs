using System.Numerics.Tensors;

namespace QaBot.Retrieval;

/// <summary>The vectors of an index's passages, each of length 1, so that their dot product is the cosine of their angle.</summary>
public sealed class VectorIndex
{
    /// <summary>What is as long as 1 but for rounding stays as it is: vectors that are stored and read are the same.</summary>
    private const float Tolerance = 1e-5f;

    private readonly float[] _values;

    /// <summary>Creates an index.</summary>
    /// <param name="model">The model that made the vectors.</param>
    /// <param name="dimensions">Numbers a vector; at least 1.</param>
    /// <param name="values">The vectors one after the other, in the order of the passages; they are made as long as 1.</param>
    /// <exception cref="ArgumentException">They are not whole vectors, or have a number that is not finite.</exception>
    public VectorIndex(string model, int dimensions, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (values.Length % dimensions != 0 || !TensorPrimitives.IsFiniteAll<float>(values))
        {
            throw new ArgumentException("The numbers are not whole vectors of finite numbers.", nameof(values));
        }

        (Model, Dimensions, _values) = (model, dimensions, values);
        for (var i = 0; i < Count; i++)
        {
            Normalize(values.AsSpan(i * dimensions, dimensions));
        }
    }

    /// <summary>The model that made them.</summary>
    public string Model { get; }

    /// <summary>Numbers a vector.</summary>
    public int Dimensions { get; }

    /// <summary>How many there are.</summary>
    public int Count => _values.Length / Dimensions;

    /// <summary>The vectors one after the other.</summary>
    internal ReadOnlySpan<float> Values => _values;

    /// <summary>The passages whose vectors are nearest, best first, ties by ordinal; none for a vector of another size.</summary>
    public IReadOnlyList<int> Nearest(ReadOnlySpan<float> vector, int count)
    {
        if (vector.Length != Dimensions)
        {
            return [];
        }

        var scores = new float[Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = TensorPrimitives.Dot(vector, _values.AsSpan(i * Dimensions, Dimensions));
        }

        return [.. Enumerable.Range(0, Count).OrderByDescending(i => scores[i]).Take(count)];
    }

    private static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0 && MathF.Abs(norm - 1) > Tolerance)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
