using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Conversations;
using QaBot.Discord.Interactions;
using QaBot.Discord.Operations;

namespace QaBot.Discord.Setup;

/// <summary>How the bot is set up in each server.</summary>
/// <param name="database">Where that is kept.</param>
/// <param name="counters">What is counted.</param>
/// <param name="log">The log.</param>
internal sealed class SetupStore(BotDatabase database, BotCounters counters, ILogger log)
{
    private readonly ConcurrentDictionary<ulong, GuildSetup> _known = new();

    /// <summary>How it is set up at a place; outside servers, and while that cannot be read, as where nobody has set it up.</summary>
    public GuildSetup Of(Place place)
    {
        if (place.GuildId is not { } guild)
        {
            return GuildSetup.Default;
        }

        try
        {
            return Of(guild);
        }
        catch (SqliteException e)
        {
            counters.Failed();
            SetupLog.NotRead(log, guild, e.Message);
            return GuildSetup.Default;
        }
    }

    /// <summary>How it is set up in a server.</summary>
    /// <exception cref="SqliteException">That cannot be read.</exception>
    public GuildSetup Of(ulong guild) => _known.GetOrAdd(guild, Read);

    /// <summary>Whether it answers at a place, a thread of a channel included.</summary>
    public bool IsOpen(Place place)
    {
        var channels = Of(place).Channels;
        return channels.Count == 0 || channels.Contains(place.ChannelId) || (place.ParentId is { } parent && channels.Contains(parent));
    }

    /// <summary>Keeps how it is set up in a server.</summary>
    public void Save(ulong guild, GuildSetup setup)
    {
        database.Execute(
            "INSERT OR REPLACE INTO setup (guild, channels, threads, private) VALUES ($guild, $channels, $threads, $private)",
            ("$guild", guild),
            ("$channels", string.Join(',', setup.Channels)),
            ("$threads", setup.UsesThreads ? 1 : 0),
            ("$private", setup.IsPrivate ? 1 : 0));
        _known[guild] = setup;
    }

    private GuildSetup Read(ulong guild) => database.Query(
        "SELECT channels, threads, private FROM setup WHERE guild = $guild",
        row => new GuildSetup(
            [.. row.GetString(0).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))],
            row.GetInt64(1) != 0,
            row.GetInt64(2) != 0),
        ("$guild", guild)).FirstOrDefault() ?? GuildSetup.Default;
}
