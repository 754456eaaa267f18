using System.Globalization;
using QaBot.Discord.Interactions;

namespace QaBot.Discord.Limits;

/// <summary>Where the bot answers: everywhere, or in the servers and channels that are listed; direct messages are answered where no server is listed.</summary>
internal sealed class AllowList(DiscordOptions options)
{
    private readonly HashSet<ulong>? _guilds = Read(options.Guilds);
    private readonly HashSet<ulong>? _channels = Read(options.Channels);

    /// <summary>Whether it answers there.</summary>
    public bool Has(Place place) => place.GuildId is { } guild
        ? _guilds?.Contains(guild) != false
            && (_channels is null || _channels.Contains(place.ChannelId) || (place.ParentId is { } parent && _channels.Contains(parent)))
        : _guilds is null && _channels?.Contains(place.ChannelId) != false;

    private static HashSet<ulong>? Read(string ids) => ids == DiscordOptions.All ? null
        : [.. ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))];
}
