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
    private const int Autocomplete = 4;
    private const int ModalSubmit = 5;

    /// <summary>Administrator, and manage server.</summary>
    private const ulong Managing = (1 << 3) | (1 << 5);

    /// <summary>The context of an interaction among people whom the bot is none of: the one who uses it has it installed for themselves.</summary>
    private const int PrivateChannel = 2;
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
            referenced?.Member("author")?.Snowflake("id"))
        {
            ThreadOwnerId = threads.OwnerOf(channel),
        };
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

        var place = threads.Locate(channelId, json.Snowflake("guild_id"), channel, json.Number("context") == PrivateChannel);
        var interaction = new Interaction(id, json.Snowflake("application_id") ?? 0, token, userId, place, time.GetTimestamp())
        {
            Locale = json.Text("locale") ?? json.Text("guild_locale") ?? "",
            IsByManager = ((json.Member("member")?.Snowflake("permissions") ?? 0) & Managing) != 0,
        };
        return (json.Number("type"), data.Text("name"), data.Text("custom_id")) switch
        {
            (Command, { } name, _) => new CommandEvent(interaction, name, Options(data), Target(data)),
            (Component, _, { } customId) => new ButtonEvent(interaction, data.Elements("values").FirstOrDefault().AsTextOrNull() ?? customId, json.Member("message")?.Snowflake("id") ?? 0),
            (Autocomplete, { } name, _) => new SuggestionEvent(interaction, name, Options(data, isFocused: true).Values.FirstOrDefault() ?? ""),
            (ModalSubmit, _, { } customId) => new FormEvent(interaction, customId, Field(data) ?? ""),
            _ => null,
        };
    }

    /// <summary>The text of the message that a command is about.</summary>
    private static string? Target(JsonElement data) =>
        data.Text("target_id") is { } target ? data.Member("resolved")?.Member("messages")?.Member(target)?.Text("content") ?? "" : null;

    /// <summary>What was written into the first field of a form, in a label or, as servers had it before, in a row.</summary>
    private static string? Field(JsonElement data) => data.Elements("components")
        .SelectMany(component => component.Member("component") is { } field ? [field] : component.Elements("components"))
        .Select(field => field.Text("value")).FirstOrDefault(value => value is not null);

    private static Dictionary<string, string> Options(JsonElement data, bool isFocused = false)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in data.Elements("options"))
        {
            if (option.Text("name") is { } name && option.Member("value") is { } value && (!isFocused || option.Flag("focused")))
            {
                options[name] = value.ValueKind switch
                {
                    JsonValueKind.String => value.AsText() ?? "",
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "false",
                    _ => value.GetRawText(),
                };
            }
        }

        return options;
    }
}
