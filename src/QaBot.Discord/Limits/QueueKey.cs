namespace QaBot.Discord.Limits;

/// <summary>What the queue has to know of a question.</summary>
/// <param name="Server">Whose turn it takes: the server's, or in direct messages the user's.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Conversation">Its conversation.</param>
/// <param name="NeedsQuiet">Whether it waits for all that is under way in its channel: it may lean on any of that.</param>
internal readonly record struct QueueKey(ulong Server, ulong Channel, string Conversation, bool NeedsQuiet);
