using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody used a slash command.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="Name">The command's name without the slash.</param>
/// <param name="Options">The options given, as text (<c>true</c>, <c>12</c>), by name.</param>
public sealed record CommandEvent(Interaction Interaction, string Name, IReadOnlyDictionary<string, string> Options) : DiscordEvent;
