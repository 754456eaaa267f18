using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Languages;
using QaBot.Discord.Limits;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;
using QaBot.Discord.Setup;

namespace QaBot.Discord.Questions;

/// <summary>Takes questions: puts them into the queue and shows that they are being worked on, or says why not.</summary>
/// <param name="transport">Where they come from.</param>
/// <param name="admission">Which are taken.</param>
/// <param name="setups">How servers want them answered.</param>
/// <param name="welcome">Answers what is no question.</param>
/// <param name="threads">Where they are answered, where a server wants that.</param>
/// <param name="queue">Where they wait.</param>
/// <param name="tasks">What is done meanwhile.</param>
/// <param name="counters">What is counted.</param>
/// <param name="time">The clock.</param>
internal sealed class QuestionDesk(
    IDiscordTransport transport,
    Admission admission,
    SetupStore setups,
    Welcome welcome,
    ThreadStarter threads,
    FairQueue<AskedQuestion> queue,
    TaskGroup tasks,
    BotCounters counters,
    TimeProvider time)
{
    private const int MostChannels = 1000;
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(8);
    private readonly Dictionary<ulong, long> _typedAt = [];

    /// <summary>Whoever has been told that a reply needs the mention: once is enough.</summary>
    private readonly SeenIds _told = new();

    /// <summary>Threads of the bot's own in which it has said how it goes on.</summary>
    private readonly SeenIds _guided = new();
    private volatile bool _isClosed;

    /// <summary>Takes no more questions: the bot stops.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Takes a question asked by command.</summary>
    /// <param name="interaction">The command.</param>
    /// <param name="text">The question.</param>
    /// <param name="isPrivate">Whether only the asker is to see the answer; null for how the server wants it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task TakeAsync(Interaction interaction, string text, bool? isPrivate, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(interaction.Locale);
        if (Refusal(interaction.UserId, interaction.Place, phrases) is { } refusal)
        {
            await transport.RespondAsync(interaction, new OutgoingMessage(refusal), isPrivate: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        var setup = setups.Of(interaction.Place);
        var isHidden = isPrivate ?? setup.IsPrivate;
        await transport.DeferAsync(interaction, isHidden, cancellationToken).ConfigureAwait(false);
        var target = new ReplyTarget(transport, interaction.Place.ChannelId, interaction.Id, replyTo: null, interaction, isHidden);
        var question = new AskedQuestion(interaction.Id, text, interaction.UserId, interaction.Place, target, RepliesTo: null, interaction.ReceivedAt, Task.CompletedTask)
        {
            Phrases = phrases,
            BeginsThread = setup.UsesThreads && !isHidden && interaction.Place.Kind == PlaceKind.Channel,
        };
        if (!queue.TryAdd(question))
        {
            counters.Refused();
            await transport.CompleteAsync(interaction, new OutgoingMessage(Full(phrases)), cancellationToken).ConfigureAwait(false);
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
        if (!admission.IsOpen(message.Place))
        {
            return;
        }

        var text = QuestionText.Of(message.Content, botId);
        if (text.Length == 0 && message.Place.Kind != PlaceKind.Direct && !message.Mentions.Contains(botId))
        {
            if (_told.Add(message.AuthorId))
            {
                Say(message, Phrasebook.English.Unreadable, cancellationToken);
            }
        }
        else if (Refusal(message.AuthorId, message.Place, Phrasebook.English) is { } refusal)
        {
            if (_isClosed || admission.MayNotify(message.AuthorId))
            {
                Say(message, refusal, cancellationToken);
            }
        }
        else if (Welcome.Find(text) is var (greeting, phrases))
        {
            tasks.Start(message.Id, async () => await TargetOf(message).ShowAsync(
                [await welcome.SayAsync(greeting, phrases, cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false));
        }
        else if (setups.Of(message.Place).UsesThreads && message.Place.Kind == PlaceKind.Channel)
        {
            tasks.Start(message.Id, async () => Enqueue(message, text, await ThreadAsync(message, text, cancellationToken).ConfigureAwait(false), botId, cancellationToken));
        }
        else
        {
            Enqueue(message, text, message.Place, botId, cancellationToken);
        }
    }

    /// <summary>Says once in a thread that the bot has begun how it goes on there: without a mention Discord keeps back what is written.</summary>
    /// <param name="message">A message without one.</param>
    /// <param name="cancellationToken">Stops what is done meanwhile.</param>
    public void Guide(MessageEvent message, CancellationToken cancellationToken)
    {
        if (!_isClosed && admission.IsOpen(message.Place) && _guided.Add(message.Place.ChannelId))
        {
            Say(message, Phrasebook.English.InThread, cancellationToken);
        }
    }

    private void Enqueue(MessageEvent message, string text, Place place, ulong botId, CancellationToken cancellationToken)
    {
        var target = place == message.Place ? TargetOf(message) : new ReplyTarget(transport, place.ChannelId, message.Id);
        var repliesTo = message.RepliesToAuthor == botId ? message.RepliesTo : null;
        var typing = Type(place.ChannelId, cancellationToken);
        var isTaken = queue.TryAdd(new AskedQuestion(message.Id, text, message.AuthorId, place, target, repliesTo, time.GetTimestamp(), typing));
        Count(isTaken);
        if (!isTaken && (_isClosed || admission.MayNotify(message.AuthorId)))
        {
            Say(message, Full(Phrasebook.English), cancellationToken);
        }
    }

    /// <summary>Begins the thread in which a question is answered; where that is refused, the place stays the channel.</summary>
    private async Task<Place> ThreadAsync(MessageEvent message, string text, CancellationToken cancellationToken) =>
        await threads.StartAsync(message.Place.ChannelId, message.Id, text, cancellationToken).ConfigureAwait(false) is { } thread
            ? new Place(thread, message.Place.GuildId, PlaceKind.Thread, message.Place.ChannelId) : message.Place;

    private ReplyTarget TargetOf(MessageEvent message) => new(transport, message.Place.ChannelId, message.Id, message.Id);

    private void Say(MessageEvent message, string sentence, CancellationToken cancellationToken) =>
        tasks.Start(message.Id, () => TargetOf(message).ShowAsync([new OutgoingMessage(sentence)], cancellationToken));

    /// <summary>Why the queue has not taken a question.</summary>
    private string Full(Phrasebook phrases) => _isClosed ? phrases.Restarting : phrases.Busy;

    private void Count(bool isTaken)
    {
        if (isTaken)
        {
            counters.Asked();
        }
        else
        {
            counters.Refused();
        }
    }

    /// <summary>Why a question is not taken now, or null.</summary>
    private string? Refusal(ulong userId, Place place, Phrasebook phrases)
    {
        var refusal = _isClosed ? phrases.Restarting : admission.Refusal(userId, place, queue.Count, phrases);
        if (refusal is not null)
        {
            counters.Refused();
        }

        return refusal;
    }

    /// <summary>Shows typing, unless it is still shown in the channel.</summary>
    private Task Type(ulong channelId, CancellationToken cancellationToken)
    {
        lock (_typedAt)
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
        }

        return tasks.Start(0, () => transport.TypeAsync(channelId, cancellationToken));
    }
}
