namespace QaBot.Discord.Events;

/// <summary>Something that Discord tells the bot.</summary>
public abstract record DiscordEvent;
