namespace QaBot.Discord.Interactions;

/// <summary>What a channel is, as far as conversations go.</summary>
public enum PlaceKind
{
    /// <summary>A channel of a server, or a group of people: several talk there, about many things.</summary>
    Channel,

    /// <summary>A thread: one conversation.</summary>
    Thread,

    /// <summary>Direct messages between one person and the bot: one conversation.</summary>
    Direct,
}
