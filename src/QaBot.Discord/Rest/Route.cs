using System.Globalization;

namespace QaBot.Discord.Rest;

/// <summary>Where a request goes, and by what it is limited.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path with names for ids: what logs and buckets say; it holds no token.</param>
/// <param name="Major">The id in the path that has limits of its own.</param>
/// <param name="Path">The path as requested; of an interaction it holds a secret.</param>
/// <param name="IsInteraction">Whether the path itself says who asks: the bot's global limit is not for it, and a 401 is not the bot's.</param>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits: major parameters are channel, guild and webhook with token.</remarks>
internal sealed record Route(HttpMethod Method, string Template, string Major, string Path, bool IsInteraction = false)
{
    /// <summary>The most servers that Discord tells of at once.</summary>
    public const int GuildsOfPage = 200;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static Route GatewayBot { get; } = new(HttpMethod.Get, "gateway/bot", "", "gateway/bot");

    public static Route OwnUser { get; } = new(HttpMethod.Get, "users/@me", "", "users/@me");

    public static Route OwnApplication { get; } = new(HttpMethod.Get, "applications/@me", "", "applications/@me");

    /// <summary>The bot's servers, at most <see cref="GuildsOfPage"/> of them, those with ids above a given one.</summary>
    public static Route OwnGuilds(ulong after) =>
        new(HttpMethod.Get, "users/@me/guilds", "", string.Create(Invariant, $"users/@me/guilds?limit={GuildsOfPage}&after={after}"));

    /// <summary>The registered commands: read with GET, replaced with PUT.</summary>
    public static Route Commands(ulong applicationId, HttpMethod method) =>
        new(method, "applications/{application}/commands", "", string.Create(Invariant, $"applications/{applicationId}/commands"));

    public static Route Callback(ulong interactionId, string token) => new(
        HttpMethod.Post,
        "interactions/{interaction}/{token}/callback",
        interactionId.ToString(Invariant),
        string.Create(Invariant, $"interactions/{interactionId}/{Uri.EscapeDataString(token)}/callback"),
        IsInteraction: true);

    /// <summary>A message of an interaction's answer: the first one where no id is given.</summary>
    public static Route EditAnswer(ulong applicationId, string token, ulong? messageId) => new(
        HttpMethod.Patch,
        "webhooks/{application}/{token}/messages/{message}",
        token,
        string.Create(Invariant, $"webhooks/{applicationId}/{Uri.EscapeDataString(token)}/messages/{messageId?.ToString(Invariant) ?? "@original"}"),
        IsInteraction: true);

    public static Route FollowUp(ulong applicationId, string token) => new(
        HttpMethod.Post,
        "webhooks/{application}/{token}",
        token,
        string.Create(Invariant, $"webhooks/{applicationId}/{Uri.EscapeDataString(token)}"),
        IsInteraction: true);

    public static Route CreateMessage(ulong channelId) =>
        new(HttpMethod.Post, "channels/{channel}/messages", channelId.ToString(Invariant), string.Create(Invariant, $"channels/{channelId}/messages"));

    public static Route EditMessage(ulong channelId, ulong messageId) => new(
        HttpMethod.Patch,
        "channels/{channel}/messages/{message}",
        channelId.ToString(Invariant),
        string.Create(Invariant, $"channels/{channelId}/messages/{messageId}"));

    public static Route StartThread(ulong channelId, ulong messageId) => new(
        HttpMethod.Post,
        "channels/{channel}/messages/{message}/threads",
        channelId.ToString(Invariant),
        string.Create(Invariant, $"channels/{channelId}/messages/{messageId}/threads"));

    public static Route Type(ulong channelId) =>
        new(HttpMethod.Post, "channels/{channel}/typing", channelId.ToString(Invariant), string.Create(Invariant, $"channels/{channelId}/typing"));

    /// <summary>Method and template: one kind of request, whose limits are learnt once.</summary>
    public string Kind => $"{Method} {Template}";

    /// <summary>The kind; never the path.</summary>
    public override string ToString() => Kind;
}
