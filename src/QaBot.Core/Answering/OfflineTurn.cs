using QaBot.Conversations;
using QaBot.Retrieval;

namespace QaBot.Answering;

/// <summary>The steps without a model and without a kernel.</summary>
internal sealed class OfflineTurn(QuestionAnswerer answerer, CancellationToken cancellationToken) : IAnswerTurn
{
    /// <inheritdoc/>
    public Task<string?> ResolveAsync(string question, Conversation? conversation) => Task.FromResult(answerer.Rules.Resolve(question, conversation));

    /// <inheritdoc/>
    public async Task<Retrieved> SearchAsync(string read) =>
        answerer.Retrieve(read, await answerer.RankAsync(read, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<VerifiedSentence> WordAsync(string read, Retrieved found)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }

    /// <inheritdoc/>
    public Task<Conclusion> ConcludeAsync(string read, Retrieved found) => answerer.ReadAsync(read, found, cancellationToken);

    /// <inheritdoc/>
    public Task<AnswerDraft> VerifyAsync(string read, AnswerDraft draft) => Task.FromResult(answerer.Verified(read, draft));

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
