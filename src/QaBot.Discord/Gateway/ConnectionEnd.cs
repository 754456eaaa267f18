namespace QaBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Why">For the log.</param>
/// <param name="KeepsSession">Whether the session may be resumed.</param>
/// <param name="Fault">Why no connection can succeed, or null.</param>
/// <param name="Wait">What Discord wants to be waited before the next, or null where that is the bot's own affair.</param>
/// <param name="IsClosedByServer">Whether the other side closed it.</param>
internal sealed record ConnectionEnd(string Why, bool KeepsSession = true, DiscordException? Fault = null, TimeSpan? Wait = null, bool IsClosedByServer = false);
