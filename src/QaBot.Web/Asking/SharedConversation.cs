using System.Diagnostics.CodeAnalysis;
using QaBot.Answering;
using QaBot.Conversations;

namespace QaBot.Web.Asking;

/// <summary>A conversation that is continued over requests, one question at a time.</summary>
/// <param name="id">What its client knows it by.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for has nothing to dispose of.")]
internal sealed class SharedConversation(string id)
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What its client knows it by; who knows it may continue it.</summary>
    public string Id { get; } = id;

    /// <summary>What was asked; only for whoever holds the turn.</summary>
    public Conversation Conversation { get; } = new();

    /// <summary>Waits for the turn.</summary>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>What gives the turn back, or null where it did not come.</returns>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellationToken) =>
        await _turn.WaitAsync(patience, cancellationToken).ConfigureAwait(false) ? new Held(_turn) : null;

    /// <summary>The last answer to a question as it was asked, or null.</summary>
    public async Task<Answer?> FindAsync(string question, CancellationToken cancellationToken)
    {
        using var turn = await EnterAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return Conversation.Turns.LastOrDefault(turn => turn.Answer.Question == question)?.Answer;
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
