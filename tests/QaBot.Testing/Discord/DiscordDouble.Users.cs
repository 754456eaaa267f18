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
    /// <param name="mentions">Whether a reply mentions whom it replies to.</param>
    /// <returns>Its id.</returns>
    public ulong Write(
        string content, ulong author = Alice, ulong channel = Channel, ulong? guild = Guild, DoubleMessage? replyTo = null, bool isBot = false, int? type = null, bool mentions = true)
    {
        var id = NextId();
        var mentionsBot = content.Contains(Mention, StringComparison.Ordinal) || (replyTo is not null && mentions);
        var isReadable = guild is null || mentionsBot;
        var data = new JsonObject
        {
            ["id"] = Id(id),
            ["channel_id"] = Id(channel),
            ["author"] = new JsonObject { ["id"] = Id(author), ["username"] = "someone" },
            ["content"] = isReadable ? content : "",
            ["timestamp"] = "2026-11-22T10:00:00.000000+00:00",
            ["edited_timestamp"] = null,
            ["type"] = type ?? (replyTo is null ? 0 : 19),
            ["mentions"] = mentionsBot
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
        string command, JsonObject? options = null, ulong user = Alice, ulong channel = Channel, ulong? guild = Guild, int channelType = 0, string locale = "en-US", ulong permissions = 0)
    {
        var given = new JsonArray([.. (options ?? []).Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Key,
            ["type"] = option.Value is JsonValue value && value.TryGetValue<bool>(out _) ? 5 : 3,
            ["value"] = option.Value!.DeepClone(),
        })]);
        return Interact(2, new JsonObject { ["id"] = "77", ["name"] = command, ["type"] = 1, ["options"] = given }, user, channel, guild, channelType, null, locale, permissions);
    }

    /// <summary>Somebody asks by command.</summary>
    public DoubleInteraction Ask(string question, ulong user = Alice, ulong channel = Channel, ulong? guild = Guild, bool? isPrivate = null, int? channelType = null, string locale = "en-US")
    {
        var options = new JsonObject { ["question"] = question };
        if (isPrivate is { } flag)
        {
            options["private"] = flag;
        }

        return Use("ask", options, user, channel, guild, channelType ?? (guild is null ? 1 : 0), locale);
    }

    /// <summary>Somebody uses a command in the menu of a message.</summary>
    public DoubleInteraction UseOn(string command, string content, ulong user = Alice) => Interact(
        2,
        new JsonObject
        {
            ["id"] = "78",
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = "79",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["79"] = new JsonObject { ["id"] = "79", ["content"] = content, ["author"] = new JsonObject { ["id"] = Id(Bob) } } } },
        },
        user, Channel, Guild, 0, null);

    /// <summary>Somebody types an option of a command.</summary>
    public DoubleInteraction Type(string command, string option, string text, ulong user = Alice, ulong channel = Channel, ulong? guild = Guild) => Interact(
        4,
        new JsonObject
        {
            ["id"] = "77",
            ["name"] = command,
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = text, ["focused"] = true }),
        },
        user, channel, guild, guild is null ? 1 : 0, null);

    /// <summary>Somebody chooses from the menu of a message.</summary>
    public DoubleInteraction Choose(DoubleMessage message, string value, ulong user = Alice) => Interact(
        3, new JsonObject { ["custom_id"] = "menu", ["component_type"] = 3, ["values"] = new JsonArray(value) }, user, message.ChannelId, Guild, 0, message);

    /// <summary>Somebody sends a form that was opened.</summary>
    public DoubleInteraction Submit(DoubleInteraction opened, string text, ulong user = Alice) => Interact(
        5,
        new JsonObject
        {
            ["custom_id"] = opened.Form!["custom_id"]!.DeepClone(),
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = opened.Form["custom_id"]!.DeepClone(), ["value"] = text },
            }),
        },
        user, opened.ChannelId, Guild, 0, opened.Source);

    /// <summary>Somebody presses a button.</summary>
    public DoubleInteraction Press(DoubleMessage message, string label, ulong user = Alice, ulong? guild = Guild) =>
        Press(message, message.Buttons.First(button => button.Label == label && button.IsEnabled), user, guild);

    /// <summary>Somebody presses a button.</summary>
    public DoubleInteraction Press(
        DoubleMessage message, (string Label, string CustomId, bool IsEnabled) button, ulong user = Alice, ulong? guild = Guild) => Interact(
        3, new JsonObject { ["custom_id"] = button.CustomId, ["component_type"] = 2 }, user, message.ChannelId, guild, guild is null ? 1 : 0, message);

    /// <summary>Something happens in a server.</summary>
    public void Dispatch(string name, JsonObject data) => _gateway.Dispatch(name, data, Guild);

    private DoubleInteraction Interact(int type, JsonObject what, ulong user, ulong channel, ulong? guild, int channelType, DoubleMessage? source, string locale = "en-US", ulong permissions = 0)
    {
        var interaction = new DoubleInteraction
        {
            Id = NextId(),
            Token = "aW50ZXJhY3Rpb24" + Guid.NewGuid().ToString("N"),
            ChannelId = channel,
            SentAt = Options.Time.GetTimestamp(),
            Source = source,
            IsTyping = type == 4,
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
            ["locale"] = locale,
            ["entitlements"] = new JsonArray(),
            ["channel_id"] = Id(channel),
            ["channel"] = new JsonObject { ["id"] = Id(channel), ["type"] = channelType },
            ["context"] = guild is not null ? 0 : channelType == 1 ? 1 : 2,
        };
        if (guild is { } server)
        {
            data["guild_id"] = Id(server);
            data["member"] = new JsonObject { ["user"] = person, ["roles"] = new JsonArray(), ["permissions"] = permissions.ToString(System.Globalization.CultureInfo.InvariantCulture) };
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
