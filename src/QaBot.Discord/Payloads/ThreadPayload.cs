namespace QaBot.Discord.Payloads;

/// <summary>A thread to be begun at a message.</summary>
/// <remarks>https://discord.com/developers/docs/resources/channel#start-thread-from-message.</remarks>
internal sealed record ThreadPayload(string Name);
