namespace QaBot.Discord.Interactions;

/// <summary>What a channel is, as far as conversations go.</summary>
public enum PlaceKind
{
    /// <summary>A channel of a server: many talk there, about many things.</summary>
    Channel,

    /// <summary>A thread: one conversation.</summary>
    Thread,

    /// <summary>Direct messages: one conversation.</summary>
    Direct,
}
