using System.Collections.Concurrent;
using System.Globalization;
using QaBot.Discord.Conversations;
using QaBot.Discord.Interactions;

namespace QaBot.Discord.Setup;

/// <summary>How the bot is set up in each server.</summary>
/// <param name="database">Where that is kept.</param>
internal sealed class SetupStore(BotDatabase database)
{
    private readonly ConcurrentDictionary<ulong, GuildSetup> _known = new();

    /// <summary>How it is set up at a place; outside servers, as where nobody has set it up.</summary>
    public GuildSetup Of(Place place) => place.GuildId is { } guild ? _known.GetOrAdd(guild, Read) : GuildSetup.Default;

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
