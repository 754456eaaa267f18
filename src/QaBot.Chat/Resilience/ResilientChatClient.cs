using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using QaBot.Answering;
using QaBot.Chat.Endpoints;

namespace QaBot.Chat.Resilience;

/// <summary>
/// Time limits, retries and a circuit breaker around a chat client; what is thrown is a <see cref="ChatFaultException"/> or the caller's own
/// cancellation. A stream is made again until its first piece has come, and never after.
/// </summary>
internal sealed class ResilientChatClient(IChatClient inner, ChatEndpointOptions options, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly EndpointFaults _faults = new(options, time);
    private readonly ResiliencePipeline _pipeline = EndpointPipeline.Create(options, time);
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(options.AttemptTimeout);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        return await ExecuteAsync(
            async token =>
            {
                using var limit = new CancellationTokenSource(_patience, time);
                using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
                return await base.GetResponseAsync(sent, options, linked.Token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        await using var attempt = await ExecuteAsync(token => OpenAsync(sent, options, token, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!attempt.HasBegun)
        {
            yield break;
        }

        do
        {
            yield return attempt.Current;
        }
        while (await attempt.MoveNextAsync().ConfigureAwait(false));
    }

    private async Task<StreamingAttempt> OpenAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken token, CancellationToken caller)
    {
        token.ThrowIfCancellationRequested();
        var attempt = new StreamingAttempt(linked => base.GetStreamingResponseAsync(messages, options, linked), _faults, _patience, time, caller);
        try
        {
            await attempt.MoveNextAsync().ConfigureAwait(false);
            return attempt;
        }
        catch
        {
            await attempt.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await request(token).ConfigureAwait(false);
                    }
                    catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
                    {
                        throw _faults.Of(e);
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Polly.CircuitBreaker.BrokenCircuitException e)
        {
            throw _faults.Of(e);
        }
    }
}
