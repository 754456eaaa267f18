using System.Globalization;
using Discord;
using Discord.WebSocket;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;

namespace QaBot.DiscordNet;

/// <summary>Makes the port's events of Discord.Net's.</summary>
internal static class DiscordNetEvents
{
    /// <summary>The event of a message.</summary>
    public static MessageEvent OfMessage(SocketMessage message) => new(
        message.Id,
        PlaceOf(message.Channel.Id, message.Channel, (message.Channel as SocketGuildChannel)?.Guild.Id),
        message.Author.Id,
        message.Author.IsBot || message.Author.IsWebhook || message.Type is not (MessageType.Default or MessageType.Reply),
        message.Content ?? "",
        [.. message.MentionedUsers.Select(user => user.Id)],
        message.Reference is { MessageId.IsSpecified: true } reference ? reference.MessageId.Value : null,
        (message as SocketUserMessage)?.ReferencedMessage?.Author?.Id);

    /// <summary>The event of an interaction, or null where the bot has no use for it.</summary>
    /// <param name="used">The interaction.</param>
    /// <param name="receivedAt">The timestamp of its arrival.</param>
    public static DiscordEvent? OfInteraction(SocketInteraction used, long receivedAt)
    {
        var place = used.ContextType == InteractionContextType.PrivateChannel
            ? new Place(used.ChannelId ?? 0, null, PlaceKind.Channel)
            : PlaceOf(used.ChannelId ?? used.Channel?.Id ?? 0, used.Channel, used.GuildId);
        var interaction = new Interaction(used.Id, used.ApplicationId, used.Token, used.User.Id, place, receivedAt)
        {
            Locale = used.UserLocale ?? used.GuildLocale ?? "",
            IsByManager = (used.User as SocketGuildUser)?.GuildPermissions is { } may && (may.ManageGuild || may.Administrator),
        };
        return used switch
        {
            SocketSlashCommand command => new CommandEvent(interaction, command.Data.Name, command.Data.Options.ToDictionary(option => option.Name, Text, StringComparer.Ordinal)),
            SocketMessageCommand command => new CommandEvent(interaction, command.Data.Name, new Dictionary<string, string>(), command.Data.Message.Content ?? ""),
            SocketMessageComponent component => new ButtonEvent(interaction, component.Data.Values?.FirstOrDefault() ?? component.Data.CustomId, component.Message.Id),
            SocketAutocompleteInteraction typing => new SuggestionEvent(interaction, typing.Data.CommandName, Convert.ToString(typing.Data.Current.Value, CultureInfo.InvariantCulture) ?? ""),
            SocketModal form => new FormEvent(interaction, form.Data.CustomId, form.Data.Components.FirstOrDefault()?.Value ?? ""),
            _ => null,
        };
    }

    private static string Text(SocketSlashCommandDataOption option) =>
        option.Value is bool flag ? (flag ? "true" : "false") : Convert.ToString(option.Value, CultureInfo.InvariantCulture) ?? "";

    private static Place PlaceOf(ulong id, IChannel? channel, ulong? guildId) => channel switch
    {
        SocketThreadChannel thread => new Place(id, thread.Guild.Id, PlaceKind.Thread, thread.ParentChannel?.Id),
        _ when guildId is { } guild => new Place(id, guild, PlaceKind.Channel),
        _ => new Place(id, null, PlaceKind.Direct),
    };
}
