using QaBot.Answering;

namespace QaBot.Discord.Questions;

/// <summary>An answer that is being given, faster or slower than it can be shown.</summary>
internal sealed class GrowingAnswer
{
    private volatile Answer? _latest;

    /// <summary>Begins to listen to the answer.</summary>
    public GrowingAnswer(IAsyncEnumerable<Answer> answers) => Complete = ListenAsync(answers);

    /// <summary>What there is of it, or null.</summary>
    public Answer? Latest => _latest;

    /// <summary>The whole answer.</summary>
    public Task<Answer> Complete { get; }

    /// <summary>Waits for the whole answer, but not longer than so.</summary>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task<bool> IsCompleteWithinAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Complete.IsCompleted)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Complete, Task.Delay(patience, time, done.Token)).ConfigureAwait(false);
            await done.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Complete.IsCompleted;
    }

    private async Task<Answer> ListenAsync(IAsyncEnumerable<Answer> answers)
    {
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            _latest = answer;
        }

        return _latest ?? throw new InvalidOperationException("The answerer gave no answer.");
    }
}
