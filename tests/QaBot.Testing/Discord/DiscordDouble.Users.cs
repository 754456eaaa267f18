using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <content>What users of the double do.</content>
public sealed partial class DiscordDouble
{
    /// <summary>A user.</summary>
    public const ulong Alice = 200_000_000_000_000_001;

    /// <summary>Another one.</summary>
    public const ulong Bob = 200_000_000_000_000_002;

    /// <summary>A server.</summary>
    public const ulong Guild = 300_000_000_000_000_000;

    /// <summary>A channel in it.</summary>
    public const ulong Channel = 400_000_000_000_000_001;

    /// <summary>A conversation of direct messages.</summary>
    public const ulong Direct = 500_000_000_000_000_001;

    /// <summary>How a message mentions the bot.</summary>
    public static string Mention => $"<@{BotId}>";

    /// <summary>Somebody writes a message.</summary>
    /// <param name="content">What; the mention of the bot is understood.</param>
    /// <param name="author">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="guild">In which server; null for a direct message.</param>
    /// <param name="replyTo">The bot's message that it replies to, or null.</param>
    /// <param name="isBot">Whether a bot writes it.</param>
    /// <param name="type">Discord's type of message.</param>
    /// <returns>Its id.</returns>
    public ulong Write(
        string content, ulong author = Alice, ulong channel = Channel, ulong? guild = Guild, DoubleMessage? replyTo = null, bool isBot = false, int? type = null)
    {
        var id = NextId();
        var isReadable = guild is null || content.Contains(Mention, StringComparison.Ordinal) || replyTo is not null;
        var data = new JsonObject
        {
            ["id"] = Id(id),
            ["channel_id"] = Id(channel),
            ["author"] = new JsonObject { ["id"] = Id(author), ["username"] = "someone" },
            ["content"] = isReadable ? content : "",
            ["timestamp"] = "2026-11-22T10:00:00.000000+00:00",
            ["edited_timestamp"] = null,
            ["type"] = type ?? (replyTo is null ? 0 : 19),
            ["mentions"] = content.Contains(Mention, StringComparison.Ordinal) || replyTo is not null
                ? new JsonArray(new JsonObject { ["id"] = Id(BotId), ["username"] = "qabot-double", ["bot"] = true }) : new JsonArray(),
            ["embeds"] = new JsonArray(),
        };
        if (isBot)
        {
            data["author"]!["bot"] = true;
        }

        if (guild is { } server)
        {
            data["guild_id"] = Id(server);
        }

        if (replyTo is not null)
        {
            data["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = Id(replyTo.Id), ["channel_id"] = Id(channel) };
            data["referenced_message"] = new JsonObject { ["id"] = Id(replyTo.Id), ["author"] = new JsonObject { ["id"] = Id(BotId), ["bot"] = true } };
        }

        if (Options.IsLoose)
        {
            data["new_field"] = new JsonObject { ["deep"] = new JsonArray(null, 1) };
            data["nonce"] = 12345;
            data["author"]!["avatar"] = null;
        }

        _gateway.Dispatch("MESSAGE_CREATE", data, guild);
        return id;
    }

    /// <summary>Somebody uses a command.</summary>
    public DoubleInteraction Use(
        string command, JsonObject? options = null, ulong user = Alice, ulong channel = Channel, ulong? guild = Guild, int channelType = 0)
    {
        var given = new JsonArray([.. (options ?? []).Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Key,
            ["type"] = option.Value is JsonValue value && value.TryGetValue<bool>(out _) ? 5 : 3,
            ["value"] = option.Value!.DeepClone(),
        })]);
        return Interact(2, new JsonObject { ["id"] = "77", ["name"] = command, ["type"] = 1, ["options"] = given }, user, channel, guild, channelType, null);
    }

    /// <summary>Somebody asks by command.</summary>
    public DoubleInteraction Ask(string question, ulong user = Alice, ulong channel = Channel, ulong? guild = Guild, bool? isPrivate = null)
    {
        var options = new JsonObject { ["question"] = question };
        if (isPrivate is { } flag)
        {
            options["private"] = flag;
        }

        return Use("ask", options, user, channel, guild, guild is null ? 1 : 0);
    }

    /// <summary>Somebody presses a button.</summary>
    public DoubleInteraction Press(DoubleMessage message, string label, ulong user = Alice, ulong? guild = Guild) =>
        Press(message, message.Buttons.First(button => button.Label == label && button.IsEnabled), user, guild);

    /// <summary>Somebody presses a button.</summary>
    public DoubleInteraction Press(
        DoubleMessage message, (string Label, string CustomId, bool IsEnabled) button, ulong user = Alice, ulong? guild = Guild) => Interact(
        3, new JsonObject { ["custom_id"] = button.CustomId, ["component_type"] = 2 }, user, message.ChannelId, guild, 0, message);

    /// <summary>Something happens in a server.</summary>
    public void Dispatch(string name, JsonObject data) => _gateway.Dispatch(name, data, Guild);

    private DoubleInteraction Interact(int type, JsonObject what, ulong user, ulong channel, ulong? guild, int channelType, DoubleMessage? source)
    {
        var interaction = new DoubleInteraction
        {
            Id = NextId(),
            Token = "aW50ZXJhY3Rpb24" + Guid.NewGuid().ToString("N"),
            ChannelId = channel,
            SentAt = Options.Time.GetTimestamp(),
            Source = source,
        };
        var person = new JsonObject { ["id"] = Id(user), ["username"] = "someone" };
        var data = new JsonObject
        {
            ["id"] = Id(interaction.Id),
            ["application_id"] = Id(ApplicationId),
            ["type"] = type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = what,
            ["entitlements"] = new JsonArray(),
            ["channel_id"] = Id(channel),
            ["channel"] = new JsonObject { ["id"] = Id(channel), ["type"] = channelType },
        };
        if (guild is { } server)
        {
            data["guild_id"] = Id(server);
            data["member"] = new JsonObject { ["user"] = person, ["roles"] = new JsonArray() };
        }
        else
        {
            data["user"] = person;
        }

        if (source is not null)
        {
            data["message"] = DoubleRest.Describe(source);
        }

        _rest.Expect(interaction);
        _gateway.Dispatch("INTERACTION_CREATE", data, guild);
        return interaction;
    }
}
