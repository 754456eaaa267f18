namespace QaBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Why">For the log.</param>
/// <param name="KeepsSession">Whether the session may be resumed.</param>
/// <param name="Fault">Why no connection can succeed, or null.</param>
/// <param name="Wait">What Discord wants to be waited for before the next.</param>
internal sealed record ConnectionEnd(string Why, bool KeepsSession = true, DiscordException? Fault = null, TimeSpan Wait = default);
