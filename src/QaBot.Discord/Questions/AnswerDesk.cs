using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QaBot.Answering;
using QaBot.Discord.Conversations;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;

namespace QaBot.Discord.Questions;

/// <summary>Answers one question after another: asks, shows the answer as it grows, and remembers it.</summary>
/// <param name="transport">Where answers are shown.</param>
/// <param name="ask">What answers.</param>
/// <param name="renderer">How they are written.</param>
/// <param name="threads">Where they go on, where a server wants that.</param>
/// <param name="store">Where they are remembered.</param>
/// <param name="counters">What is counted.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class AnswerDesk(
    IDiscordTransport transport, AskQuestion ask, AnswerRenderer renderer, ThreadStarter threads, ConversationStore store, BotCounters counters, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan EditInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TypingInterval = TimeSpan.FromSeconds(8);

    /// <summary>How long an answer waits for typing to be shown before it.</summary>
    private static readonly TimeSpan TypingPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>Answers a question; whatever goes wrong, the one who asked is told, or the log.</summary>
    /// <param name="question">The question.</param>
    /// <param name="hurry">Cancelled when there is no time left to answer, only to say so.</param>
    /// <param name="cancellationToken">Cancelled when there is no time left at all.</param>
    public async Task AnswerAsync(AskedQuestion question, CancellationToken hurry, CancellationToken cancellationToken)
    {
        using var answering = CancellationTokenSource.CreateLinkedTokenSource(hurry, cancellationToken);
        try
        {
            await ShowAsync(question, answering.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (hurry.IsCancellationRequested)
        {
            await ApologiseAsync(question, question.Phrases.Restarting, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            counters.Failed();
            DeskLog.NotDelivered(log, question.Id, e.Message, e.Remedy);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            counters.Failed();
            DeskLog.NotAnswered(log, question.Id, e);
            await ApologiseAsync(question, question.Phrases.Failed, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ShowAsync(AskedQuestion question, CancellationToken answering, CancellationToken showing)
    {
        var name = ConversationOf(question);
        var growing = new GrowingAnswer(ask(question.Text, store.Load(name), answering));
        var (shown, shownAt) = (default(Answer), default(long?));
        var typedAt = question.ReceivedAt;
        while (!await growing.IsCompleteWithinAsync(EditInterval, time, answering).ConfigureAwait(false))
        {
            if (growing.Latest is { } partial && partial != shown)
            {
                await question.Target.ShowAsync(renderer.Render(partial, question.Phrases, isFinal: false), showing).ConfigureAwait(false);
                (shown, shownAt) = (partial, time.GetTimestamp());
            }
            else if (shown is null && time.GetElapsedTime(typedAt) >= TypingInterval)
            {
                typedAt = time.GetTimestamp();
                await transport.TypeAsync(question.Place.ChannelId, showing).ConfigureAwait(false);
            }
        }

        var answer = await growing.Complete.ConfigureAwait(false);
        await PauseAsync(question, shownAt, showing).ConfigureAwait(false);
        await question.Target.ShowAsync(renderer.Render(answer, question.Phrases), showing).ConfigureAwait(false);
        var elapsed = time.GetElapsedTime(question.ReceivedAt);
        Remember(question, name, answer);
        counters.Answered(answer.Outcome, elapsed);
        if (question.BeginsThread && question.Target.Sent.FirstOrDefault() is { Id: > 0 } first)
        {
            await threads.StartAsync(first.ChannelId, first.Id, question.Text, showing).ConfigureAwait(false);
        }
    }

    /// <summary>An answer that cannot be remembered, on a full disk say, has been given all the same.</summary>
    private void Remember(AskedQuestion question, string name, Answer answer)
    {
        try
        {
            if (answer.Outcome != AnswerOutcome.Refused)
            {
                store.Add(name, question.Place.ChannelId, question.UserId, answer, question.Target.Sent.Select(sent => sent.Id));
            }
        }
        catch (SqliteException e)
        {
            counters.Failed();
            DeskLog.NotRemembered(log, question.Id, e.Message);
        }
    }

    /// <summary>Before the whole answer: a second since its last part, or a moment in which typing is shown.</summary>
    private async Task PauseAsync(AskedQuestion question, long? shownAt, CancellationToken cancellationToken)
    {
        if (shownAt is { } at && EditInterval - time.GetElapsedTime(at) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken).ConfigureAwait(false);
        }
        else if (shownAt is null && !question.Typing.IsCompleted)
        {
            await Task.WhenAny(question.Typing, Task.Delay(TypingPatience, time, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>The conversation of the answer that is replied to, or on which the thread hangs: a thread has the id of the message it began with.</summary>
    private string ConversationOf(AskedQuestion question) =>
        (question.RepliesTo is { } message ? store.FindByMessage(message, question.UserId) : null)
        ?? (question is { Place.Kind: PlaceKind.Thread, IsPrivate: false } ? store.FindByMessage(question.Place.ChannelId, question.UserId) : null)
        ?? question.Conversation;

    private async Task ApologiseAsync(AskedQuestion question, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await question.Target.ShowAsync([new OutgoingMessage(sentence)], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DiscordException or OperationCanceledException)
        {
            DeskLog.NotDelivered(log, question.Id, e.Message, "");
        }
    }
}
