using System.Text.Json;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Gateway;

/// <summary>Makes events of dispatches; what it does not know or cannot read is no event.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway-events#receive-events.</remarks>
/// <param name="threads">The threads known so far.</param>
/// <param name="time">The clock that interactions are stamped with.</param>
internal sealed class EventReader(ThreadTable threads, TimeProvider time)
{
    private const int Command = 2;
    private const int Component = 3;
    private const int OrdinaryMessage = 0;
    private const int Reply = 19;

    /// <summary>The event of a dispatch, or null.</summary>
    public DiscordEvent? Read(string name, JsonElement data)
    {
        threads.Learn(name, data);
        return name switch
        {
            "MESSAGE_CREATE" => Message(data),
            "INTERACTION_CREATE" => Interacted(data),
            _ => null,
        };
    }

    /// <summary>The event of READY, or null where it lacks what identifies the bot.</summary>
    public static ReadyEvent? Ready(JsonElement data) => data.Member("user") is { } user && user.Snowflake("id") is { } id
        ? new ReadyEvent(id, user.Text("username") ?? "", data.Member("application")?.Snowflake("id") ?? id)
        : null;

    private MessageEvent? Message(JsonElement data)
    {
        if (data.Snowflake("id") is not { } id || data.Snowflake("channel_id") is not { } channel
            || data.Member("author") is not { } author || author.Snowflake("id") is not { } authorId)
        {
            return null;
        }

        var isAutomatic = author.Flag("bot") || author.Flag("system") || data.Member("webhook_id") is not null
            || (data.Number("type") ?? OrdinaryMessage) is not (OrdinaryMessage or Reply);
        var referenced = data.Member("referenced_message");
        return new MessageEvent(
            id,
            threads.Locate(channel, data.Snowflake("guild_id")),
            authorId,
            isAutomatic,
            data.Text("content") ?? "",
            [.. data.Elements("mentions").Select(user => user.Snowflake("id")).OfType<ulong>()],
            referenced?.Snowflake("id") ?? data.Member("message_reference")?.Snowflake("message_id"),
            referenced?.Member("author")?.Snowflake("id"));
    }

    private DiscordEvent? Interacted(JsonElement json)
    {
        var user = json.Member("member")?.Member("user") ?? json.Member("user");
        var channel = json.Member("channel");
        if (json.Snowflake("id") is not { } id || json.Text("token") is not { Length: > 0 } token || user?.Snowflake("id") is not { } userId
            || (json.Snowflake("channel_id") ?? channel?.Snowflake("id")) is not { } channelId || json.Member("data") is not { } data)
        {
            return null;
        }

        var place = threads.Locate(channelId, json.Snowflake("guild_id"), channel);
        var interaction = new Interaction(id, json.Snowflake("application_id") ?? 0, token, userId, place, time.GetTimestamp());
        return (json.Number("type"), data.Text("name"), data.Text("custom_id")) switch
        {
            (Command, { } name, _) => new CommandEvent(interaction, name, Options(data)),
            (Component, _, { } customId) => new ButtonEvent(interaction, customId, json.Member("message")?.Snowflake("id") ?? 0),
            _ => null,
        };
    }

    private static Dictionary<string, string> Options(JsonElement data)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in data.Elements("options"))
        {
            if (option.Text("name") is { } name && option.Member("value") is { } value)
            {
                options[name] = value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString()!,
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "false",
                    _ => value.GetRawText(),
                };
            }
        }

        return options;
    }
}
