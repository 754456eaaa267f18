using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody used a command.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="Name">The command's English name without the slash.</param>
/// <param name="Options">The options given, as text (<c>true</c>, <c>12</c>), by name.</param>
/// <param name="Target">The text of the message that a command from its menu is about; null for other commands.</param>
public sealed record CommandEvent(Interaction Interaction, string Name, IReadOnlyDictionary<string, string> Options, string? Target = null) : DiscordEvent;
