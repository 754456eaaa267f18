using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using OpenAIOptions = OpenAI.Embeddings.EmbeddingGenerationOptions;

namespace QaBot.OpenAI;

/// <summary>Vectors of texts over the OpenAI package. Microsoft's own adapter, <c>client.AsIEmbeddingGenerator()</c>, can take its place.</summary>
/// <param name="client">The package's client, for one model.</param>
/// <param name="endpoint">Its address.</param>
/// <param name="model">The model's name.</param>
public sealed class OpenAIEmbeddingGenerator(EmbeddingClient client, Uri endpoint, string model) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("openai", endpoint, model);

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        OpenAIEmbeddingCollection embeddings =
            await client.GenerateEmbeddingsAsync([.. values], new OpenAIOptions { Dimensions = options?.Dimensions }, cancellationToken).ConfigureAwait(false);
        return new GeneratedEmbeddings<Embedding<float>>(
            embeddings.OrderBy(embedding => embedding.Index).Select(embedding => new Embedding<float>(embedding.ToFloats()) { ModelId = embeddings.Model }))
        {
            Usage = embeddings.Usage is { } usage ? new UsageDetails { InputTokenCount = usage.InputTokenCount, TotalTokenCount = usage.TotalTokenCount } : null,
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EmbeddingClient) ? client
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing to dispose of: connections belong to the package's client.</summary>
    public void Dispose()
    {
    }
}
