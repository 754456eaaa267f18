using QaBot.Discord.Interactions;

namespace QaBot.Discord.Messages;

/// <summary>A message that the bot has sent.</summary>
/// <param name="Id">The message.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="Interaction">The interaction it answers, or null for a message of its own.</param>
public sealed record SentMessage(ulong Id, ulong ChannelId, Interaction? Interaction = null);
