using Microsoft.Extensions.AI;
using QaBot.Answering;

namespace QaBot.Chat.Resilience;

/// <summary>One request and its stream; each piece has to come within the time limit.</summary>
internal sealed class StreamingAttempt : IAsyncDisposable
{
    private readonly EndpointFaults _faults;
    private readonly TimeSpan _patience;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;

    public StreamingAttempt(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> request, EndpointFaults faults, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        _faults = faults;
        _patience = patience;
        _cancellation = cancellationToken;
        _limit = new CancellationTokenSource(patience, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        _updates = request(_linked.Token).GetAsyncEnumerator(_linked.Token);
    }

    /// <summary>Whether a piece has come.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The piece that has come last.</summary>
    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>Waits for the next piece; false at the end.</summary>
    /// <exception cref="ChatFaultException">It does not come.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        try
        {
            _limit.CancelAfter(_patience);
            var moved = await _updates.MoveNextAsync().ConfigureAwait(false);
            HasBegun |= moved;
            return moved;
        }
        catch (Exception e) when (!(e is OperationCanceledException && _cancellation.IsCancellationRequested))
        {
            throw _faults.Of(e, HasBegun);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync().ConfigureAwait(false);
        _linked.Dispose();
        _limit.Dispose();
    }
}
