using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Commands;
using QaBot.Discord.Payloads;
using QaBot.Discord.Rest;

namespace QaBot.Discord.Operations;

/// <summary>Finds out whether the bot could run: token, intents, permissions, commands.</summary>
public static class Checkup
{
    /// <summary>View channels, send messages, send messages in threads, read message history (which replying needs).</summary>
    public const ulong Permissions = (1UL << 10) | (1UL << 11) | (1UL << 38) | (1UL << 16);

    private const ulong Administrator = 1UL << 3;

    private static readonly (ulong Bit, string Name)[] Names =
    [
        (1UL << 10, "View Channels"), (1UL << 11, "Send Messages"), (1UL << 38, "Send Messages in Threads"), (1UL << 16, "Read Message History"),
    ];

    /// <summary>The link by which the bot is added to a server.</summary>
    public static string InviteLink(ulong applicationId) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={Permissions}");

    /// <summary>Asks Discord, without connecting to the gateway and without changing anything.</summary>
    /// <exception cref="DiscordException">Discord does not accept the token, or cannot be asked.</exception>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        DiscordOptions options, ILogger log, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var rest = new RestClient(options, time ?? TimeProvider.System, new Jitter(), log);
        var user = await GetAsync(rest, Route.OwnUser, cancellationToken).ConfigureAwait(false);
        var findings = new List<Finding> { new(true, $"Token: Discord knows the bot as {user.Text("username")}.") };
        var application = await GetAsync(rest, Route.OwnApplication, cancellationToken).ConfigureAwait(false);
        var id = application.Snowflake("id") ?? user.Snowflake("id") ?? 0;
        findings.Add(new(true, "Intents: guilds, guild messages and direct messages; none of them is privileged, nothing needs to be switched on."));
        findings.Add(Sessions(await GetAsync(rest, Route.GatewayBot, cancellationToken).ConfigureAwait(false)));
        findings.AddRange(Servers(await GuildsAsync(rest, cancellationToken).ConfigureAwait(false), id));
        findings.Add(Registered(await GetAsync(rest, Route.Commands(id, HttpMethod.Get), cancellationToken).ConfigureAwait(false)));
        findings.Add(new(true, $"To add the bot to a server, open {InviteLink(id)}"));
        return findings;
    }

    private static Task<JsonElement> GetAsync(RestClient rest, Route route, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(route) { Patience = TimeSpan.FromSeconds(20), NeedsConnection = true }, cancellationToken);

    /// <summary>The servers, page after page; a server that does not know pages gives all of them at once, and again.</summary>
    private static async Task<List<JsonElement>> GuildsAsync(RestClient rest, CancellationToken cancellationToken)
    {
        var guilds = new Dictionary<ulong, JsonElement>();
        while (true)
        {
            var page = await GetAsync(rest, Route.OwnGuilds(guilds.Keys.DefaultIfEmpty().Max()), cancellationToken).ConfigureAwait(false);
            var known = guilds.Count;
            foreach (var guild in page.Elements())
            {
                guilds.TryAdd(guild.Snowflake("id") ?? 0, guild);
            }

            if (guilds.Count < known + Route.GuildsOfPage)
            {
                return [.. guilds.Values];
            }
        }
    }

    private static Finding Sessions(JsonElement json)
    {
        var remaining = json.Member("session_start_limit")?.Number("remaining");
        return remaining == 0
            ? new(false, "Gateway: no session may be begun today.", "Wait until Discord resets the limit, and find out what starts the bot so often.")
            : new(true, string.Create(CultureInfo.InvariantCulture, $"Gateway: {json.Number("shards") ?? 1} shard(s), {remaining?.ToString(CultureInfo.InvariantCulture) ?? "any number of"} session starts left."));
    }

    private static IEnumerable<Finding> Servers(List<JsonElement> guilds, ulong applicationId)
    {
        if (guilds.Count == 0)
        {
            yield return new(false, "Servers: the bot is in none.", $"Open {InviteLink(applicationId)} and choose one.");
            yield break;
        }

        foreach (var guild in guilds)
        {
            var name = $"Server {guild.Text("name")} ({guild.Snowflake("id")})";
            if (guild.Snowflake("permissions") is not { } has)
            {
                yield return new(true, $"{name}: the server does not say what the bot may do there.");
                continue;
            }

            var missing = (has & Administrator) != 0 ? [] : Names.Where(permission => (has & permission.Bit) == 0).Select(permission => permission.Name).ToList();
            yield return missing.Count == 0 ? new(true, $"{name}: all permissions are there, unless a channel takes some away.")
                : new(false, $"{name}: missing {string.Join(", ", missing)}.", $"Server Settings, Roles, the bot's role: switch them on; or open {InviteLink(applicationId)} again.");
        }
    }

    private static Finding Registered(JsonElement commands)
    {
        var there = commands.Elements().Select(command => command.Text("name")).ToList();
        var missing = BotCommands.All.Where(command => !there.Contains(command.Name)).ToList();
        return missing.Count == 0 ? new(true, $"Commands: {Names(BotCommands.All)} are registered.")
            : new(true, $"Commands: {Names(missing)} will be registered when the bot starts.");

        static string Names(IEnumerable<BotCommand> commands) => string.Join(", ", commands.Select(command => command.IsForMessages ? $"“{command.Name}”" : "/" + command.Name));
    }
}
