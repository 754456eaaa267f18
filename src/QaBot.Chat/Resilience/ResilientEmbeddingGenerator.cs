using Microsoft.Extensions.AI;
using Polly;
using QaBot.Answering;
using QaBot.Chat.Endpoints;

namespace QaBot.Chat.Resilience;

/// <summary>Time limits, retries and a circuit breaker around a generator of vectors; what is thrown is a <see cref="ChatFaultException"/>.</summary>
internal sealed class ResilientEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ChatEndpointOptions options, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly EndpointFaults _faults = new(options, time, "Embeddings");
    private readonly ResiliencePipeline _pipeline = EndpointPipeline.Create(options, time);

    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> sent = [.. values];
        try
        {
            return await _pipeline.ExecuteAsync(token => new ValueTask<GeneratedEmbeddings<Embedding<float>>>(AttemptAsync(sent, options, token, cancellationToken)), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Polly.CircuitBreaker.BrokenCircuitException e)
        {
            throw _faults.Of(e);
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AttemptAsync(
        List<string> values, EmbeddingGenerationOptions? generation, CancellationToken token, CancellationToken caller)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.AttemptTimeout), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            return await base.GenerateAsync(values, generation, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is OperationCanceledException && caller.IsCancellationRequested))
        {
            throw _faults.Of(e);
        }
    }
}
