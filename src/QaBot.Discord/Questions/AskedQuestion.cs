using QaBot.Discord.Conversations;
using QaBot.Discord.Interactions;
using QaBot.Discord.Languages;
using QaBot.Discord.Limits;

namespace QaBot.Discord.Questions;

/// <summary>A question that somebody has asked.</summary>
/// <param name="Id">The message or interaction that asks it.</param>
/// <param name="Text">The question.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Place">Where.</param>
/// <param name="Target">Where the answer goes.</param>
/// <param name="RepliesTo">The message of the bot that it replies to, or null.</param>
/// <param name="ReceivedAt">The timestamp of its arrival.</param>
/// <param name="Typing">Done when the bot is shown typing.</param>
internal sealed record AskedQuestion(
    ulong Id, string Text, ulong UserId, Place Place, ReplyTarget Target, ulong? RepliesTo, long ReceivedAt, Task Typing)
{
    /// <summary>The asker's language.</summary>
    public Phrasebook Phrases { get; init; } = Phrasebook.English;

    /// <summary>Whether a thread is begun at the answer, in which it goes on.</summary>
    public bool BeginsThread { get; init; }

    /// <summary>Whether nobody else may learn of it.</summary>
    public bool IsPrivate => Target.IsPrivate;

    /// <summary>
    /// Its conversation as far as the place says: what somebody asks in private there is one of their own, or others would read it in what theirs is read as;
    /// a thread and direct messages are one, elsewhere a question begins its own.
    /// </summary>
    public string Conversation { get; } = Target.IsPrivate ? ConversationStore.OfAsker(Place.ChannelId, UserId)
        : Place.Kind == PlaceKind.Channel ? ConversationStore.OfQuestion(Id)
        : ConversationStore.OfChannel(Place.ChannelId);

    /// <summary>What the queue has to know of it.</summary>
    public QueueKey Key => new(Place.GuildId ?? UserId, Place.ChannelId, Conversation, NeedsQuiet: RepliesTo is not null && Place.Kind == PlaceKind.Channel);
}
