using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody is typing an option of a command, and is to be shown suggestions.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="Name">The command's English name without the slash.</param>
/// <param name="Text">What has been typed so far.</param>
public sealed record SuggestionEvent(Interaction Interaction, string Name, string Text) : DiscordEvent;
