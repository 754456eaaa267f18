using System.ComponentModel.DataAnnotations;

namespace QaBot.Discord;

/// <summary>How the bot connects, where it answers, and how much.</summary>
public sealed class DiscordOptions
{
    /// <summary>What <see cref="GatewayUrl"/>, <see cref="Shards"/>, <see cref="Guilds"/> and <see cref="Channels"/> may say instead of a value.</summary>
    public const string Auto = "auto";

    /// <summary>Every guild or channel.</summary>
    public const string All = "all";

    /// <summary>The bot's token; a secret. Default empty: the bot does not start.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Token { get; set; } = "";

    /// <summary>What speaks with Discord. Default <see cref="DiscordTransportKind.Gateway"/>.</summary>
    public DiscordTransportKind Transport { get; set; }

    /// <summary>Discord's REST interface. Default <c>https://discord.com/api/v10/</c>.</summary>
    [RegularExpression("^https?://[^\\s/]\\S*$")]
    public string ApiUrl { get; set; } = "https://discord.com/api/v10/";

    /// <summary>The gateway (<c>wss://…</c>). Default <c>auto</c>: Discord says which.</summary>
    [RegularExpression("^(auto|wss?://[^\\s/]\\S*)$")]
    public string GatewayUrl { get; set; } = Auto;

    /// <summary><c>auto</c> for as many shards as Discord recommends, all in this process; or one of several, as in <c>0/4</c>.</summary>
    [RegularExpression("^(auto|[0-9]{1,5}/[1-9][0-9]{0,4})$")]
    public string Shards { get; set; } = Auto;

    /// <summary>The servers it answers in: ids with commas between, or <c>all</c>, the default.</summary>
    [RegularExpression("^(all|[0-9]{1,19}(\\s*,\\s*[0-9]{1,19})*)$")]
    public string Guilds { get; set; } = All;

    /// <summary>The channels it answers in, with their threads: ids with commas between, or <c>all</c>, the default.</summary>
    [RegularExpression("^(all|[0-9]{1,19}(\\s*,\\s*[0-9]{1,19})*)$")]
    public string Channels { get; set; } = All;

    /// <summary>Where conversations and feedback are kept; made when there is none. Default <c>data</c>.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Hours after which a conversation that nobody continues is deleted, 1 to 8,760. Default 24.</summary>
    [Range(1, 8760)]
    public int ConversationHours { get; set; } = 24;

    /// <summary>Questions that one person may ask in a minute, 1 to 10,000. Default 6.</summary>
    [Range(1, 10_000)]
    public int QuestionsPerUser { get; set; } = 6;

    /// <summary>Questions that may be asked in one channel in a minute, 1 to 10,000. Default 30.</summary>
    [Range(1, 10_000)]
    public int QuestionsPerChannel { get; set; } = 30;

    /// <summary>Questions that may wait, 1 to 100,000. Default 500.</summary>
    [Range(1, 100_000)]
    public int QueueCapacity { get; set; } = 500;

    /// <summary>Questions that are worked on at the same time, 1 to 256. Default 8.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 8;

    /// <summary>Requests a second, 1 to 10,000. Default 50, which is what Discord allows a bot.</summary>
    [Range(1, 10_000)]
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Port on the loopback address for <c>/healthz</c> and <c>/metrics</c>, 1 to 65,535. Default 0: none.</summary>
    [Range(0, 65_535)]
    public int HealthPort { get; set; }
}
