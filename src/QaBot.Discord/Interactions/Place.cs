namespace QaBot.Discord.Interactions;

/// <summary>Where something happened.</summary>
/// <param name="ChannelId">The channel, thread or direct conversation.</param>
/// <param name="GuildId">The server, or null outside servers.</param>
/// <param name="Kind">What the channel is.</param>
/// <param name="ParentId">The channel that a thread hangs on, where that is known.</param>
public sealed record Place(ulong ChannelId, ulong? GuildId, PlaceKind Kind, ulong? ParentId = null);
