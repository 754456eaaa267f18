namespace QaBot.Discord.Events;

/// <summary>A session has begun; events before it may have been missed.</summary>
/// <param name="UserId">The bot's own user.</param>
/// <param name="UserName">Its name.</param>
/// <param name="ApplicationId">Its application.</param>
public sealed record ReadyEvent(ulong UserId, string UserName, ulong ApplicationId) : DiscordEvent;
