using Microsoft.Extensions.AI;
using QaBot.Answering;

namespace QaBot.Retrieval;

/// <summary>Ranks passages by the likeness of their vectors to the question's.</summary>
/// <param name="vectors">The vectors of the passages.</param>
/// <param name="generator">What makes that of the question, with the same model.</param>
/// <param name="failed">Told once when the endpoint fails: passages are then found by words alone.</param>
public sealed class VectorRanker(VectorIndex vectors, IEmbeddingGenerator<string, Embedding<float>> generator, Action<string>? failed = null)
{
    private int _failures;

    /// <summary>The ranking: a <see cref="PassageRanking"/>.</summary>
    public async ValueTask<IReadOnlyList<int>> RankAsync(string question, int count, CancellationToken cancellationToken)
    {
        try
        {
            var embeddings = await generator.GenerateAsync([question], options: null, cancellationToken).ConfigureAwait(false);
            return embeddings is [var vector] ? vectors.Nearest(vector.Vector.Span, count) : [];
        }
        catch (ChatFaultException e)
        {
            if (Interlocked.Increment(ref _failures) == 1)
            {
                failed?.Invoke($"{e.Message} Passages are found by words alone.");
            }

            return [];
        }
    }
}
