using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody sent a form.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="CustomId">The form's custom_id.</param>
/// <param name="Text">What was written into its field.</param>
public sealed record FormEvent(Interaction Interaction, string CustomId, string Text) : DiscordEvent;
