using System.Numerics.Tensors;
using QaBot.Indexing;
using QaBot.Reading;

namespace QaBot.Retrieval;

/// <summary>Which passages are about what a question asks, whatever their words: the nearest by their vectors, which are made when first asked for.</summary>
/// <param name="index">The passages.</param>
/// <param name="embedding">What makes the vectors.</param>
internal sealed class MeaningIndex(PassageIndex index, StaticEmbedding embedding)
{
    /// <summary>Of more passages no vectors are made: that would take seconds in the first question.</summary>
    private const int MostPassages = 5_000;

    private readonly Lock _lock = new();
    private VectorIndex? _vectors;

    /// <summary>The ordinals of the passages nearest to a vector, best first; none for a vector of nothing, and where there are too many passages.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="isWanted">Whether a passage may be one of them.</param>
    /// <param name="cancellationToken">Stops between two passages while the vectors are made.</param>
    public IReadOnlyList<int> Nearest(float[] vector, int count, Func<int, bool> isWanted, CancellationToken cancellationToken = default) =>
        index.Count is 0 or > MostPassages || TensorPrimitives.Norm<float>(vector) == 0 ? [] : [.. Vectors(cancellationToken).Nearest(vector, index.Count).Where(isWanted).Take(count)];

    private VectorIndex Vectors(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _vectors ??= Make(cancellationToken);
        }
    }

    private VectorIndex Make(CancellationToken cancellationToken)
    {
        var values = new float[index.Count * embedding.Dimensions];
        for (var i = 0; i < index.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embedding.Of(index[i].Text).CopyTo(values, i * embedding.Dimensions);
        }

        return new VectorIndex("static", embedding.Dimensions, values);
    }
}
