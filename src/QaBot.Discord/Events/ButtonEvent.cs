using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody pressed a button, or chose from a menu.</summary>
/// <param name="Interaction">What has to be answered.</param>
/// <param name="CustomId">The button's custom_id, or the value of what was chosen.</param>
/// <param name="MessageId">The message that has it.</param>
public sealed record ButtonEvent(Interaction Interaction, string CustomId, ulong MessageId) : DiscordEvent;
