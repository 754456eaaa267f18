using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Limits;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;

namespace QaBot.Discord.Questions;

/// <summary>Takes questions: puts them into the queue and shows that they are being worked on, or says why not.</summary>
/// <param name="transport">Where they come from.</param>
/// <param name="options">Where they are taken, and how many.</param>
/// <param name="queue">Where they wait.</param>
/// <param name="tasks">What is done meanwhile.</param>
/// <param name="counters">What is counted.</param>
/// <param name="time">The clock.</param>
internal sealed class QuestionDesk(
    IDiscordTransport transport, DiscordOptions options, FairQueue<AskedQuestion> queue, TaskGroup tasks, BotCounters counters, TimeProvider time)
{
    private const string NoQuestion = "Ask me something in the same message, as in “Who directed it?”; or use /ask. If you replied to me, leave the mention on: else I cannot read it.";
    private const int MostChannels = 1000;
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(8);
    private readonly Admission _admission = new(options, time);
    private readonly Dictionary<ulong, long> _typedAt = [];
    private volatile bool _isClosed;

    /// <summary>Takes no more questions: the bot stops.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Takes a question asked by command.</summary>
    public async Task TakeAsync(Interaction interaction, string text, bool isPrivate, CancellationToken cancellationToken)
    {
        if (Refusal(interaction.UserId, interaction.Place) is { } refusal)
        {
            await transport.RespondAsync(interaction, new OutgoingMessage(refusal), isPrivate: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        await transport.DeferAsync(interaction, isPrivate, cancellationToken).ConfigureAwait(false);
        var target = new ReplyTarget(transport, interaction.Place.ChannelId, interaction.Id, interaction, isPrivate);
        if (!queue.TryAdd(new AskedQuestion(
            interaction.Id, text, interaction.UserId, interaction.Place, target, RepliesTo: null, interaction.ReceivedAt, Task.CompletedTask)))
        {
            counters.Refused();
            await transport.CompleteAsync(interaction, new OutgoingMessage(Full), cancellationToken).ConfigureAwait(false);
            return;
        }

        counters.Asked();
    }

    /// <summary>Takes a question asked by message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="botId">The bot's user.</param>
    /// <param name="cancellationToken">Stops what is done meanwhile.</param>
    public void Take(MessageEvent message, ulong botId, CancellationToken cancellationToken)
    {
        if (!_admission.IsOpen(message.Place))
        {
            return;
        }

        var text = QuestionText.Of(message.Content, botId);
        var target = new ReplyTarget(transport, message.Place.ChannelId, message.Id);
        var refusal = Refusal(message.AuthorId, message.Place) ?? (text.Length == 0 ? NoQuestion : null);
        if (refusal is null)
        {
            var repliesTo = message.RepliesToAuthor == botId ? message.RepliesTo : null;
            var typing = Type(message.Place.ChannelId, cancellationToken);
            refusal = queue.TryAdd(new AskedQuestion(message.Id, text, message.AuthorId, message.Place, target, repliesTo, time.GetTimestamp(), typing)) ? null : Full;
            Count(refusal);
        }

        if (refusal is not null && (refusal == NoQuestion || _isClosed || _admission.MayNotify(message.AuthorId)))
        {
            tasks.Start(message.Id, () => target.ShowAsync([new OutgoingMessage(refusal)], cancellationToken));
        }
    }

    /// <summary>Why the queue has not taken a question.</summary>
    private string Full => _isClosed ? Admission.Restarting : Admission.Busy;

    private void Count(string? refusal)
    {
        if (refusal is null)
        {
            counters.Asked();
        }
        else
        {
            counters.Refused();
        }
    }

    /// <summary>Why a question is not taken now, or null.</summary>
    private string? Refusal(ulong userId, Place place)
    {
        var refusal = _isClosed ? Admission.Restarting : _admission.Refusal(userId, place, queue.Count);
        if (refusal is not null)
        {
            counters.Refused();
        }

        return refusal;
    }

    /// <summary>Shows typing, unless it is still shown in the channel.</summary>
    private Task Type(ulong channelId, CancellationToken cancellationToken)
    {
        if (_typedAt.TryGetValue(channelId, out var at) && time.GetElapsedTime(at) < TypingLasts)
        {
            return Task.CompletedTask;
        }

        if (_typedAt.Count > MostChannels)
        {
            _typedAt.Clear();
        }

        _typedAt[channelId] = time.GetTimestamp();
        return tasks.Start(0, () => transport.TypeAsync(channelId, cancellationToken));
    }
}
