using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody pressed a button.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="CustomId">The button's custom_id.</param>
/// <param name="MessageId">The message that has the button.</param>
public sealed record ButtonEvent(Interaction Interaction, string CustomId, ulong MessageId) : DiscordEvent;
