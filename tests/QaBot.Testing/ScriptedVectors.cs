using Microsoft.Extensions.AI;

namespace QaBot.Testing;

/// <summary>A model of vectors without a model: a count of words by their first five letters, hashed into 256 numbers; and words it takes for the same.</summary>
/// <param name="same">Pairs of words of which the first counts as the second.</param>
public sealed class ScriptedVectors(IReadOnlyDictionary<string, string>? same = null) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 256;
    private const int Prefix = 5;

    /// <summary>How many texts it has been given.</summary>
    public int Texts { get; private set; }

    /// <summary>What is thrown instead of an answer, or null.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The vector of a text.</summary>
    public float[] Of(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', '(', ')', ';', ':', '"', '–'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3))
        {
            var meant = same?.GetValueOrDefault(word) ?? word;
            vector[meant[..Math.Min(Prefix, meant.Length)].Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & (Dimensions - 1)]++;
        }

        return vector;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        Texts += texts.Count;
        return Fault is { } fault ? Task.FromException<GeneratedEmbeddings<Embedding<float>>>(fault) : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Of(text)))));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
