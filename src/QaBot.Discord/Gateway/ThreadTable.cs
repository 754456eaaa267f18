using System.Collections.Concurrent;
using System.Text.Json;
using QaBot.Discord.Interactions;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Gateway;

/// <summary>Which channels are threads, of which channels, and who began them: messages do not say so.</summary>
internal sealed class ThreadTable
{
    private const int GroupChannel = 3;
    private readonly ConcurrentDictionary<ulong, (ulong? Parent, ulong? Owner)> _threads = new();

    /// <summary>Learns from a dispatch about threads.</summary>
    public void Learn(string name, JsonElement data)
    {
        switch (name)
        {
            case "GUILD_CREATE" or "THREAD_LIST_SYNC":
                foreach (var thread in data.Elements("threads"))
                {
                    Add(thread);
                }

                break;
            case "THREAD_CREATE" or "THREAD_UPDATE":
                Add(data);
                break;
            case "THREAD_DELETE" when data.Snowflake("id") is { } id:
                _threads.TryRemove(id, out _);
                break;
            default:
                break;
        }
    }

    /// <summary>The place of a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="guildId">Its server, or null.</param>
    /// <param name="channel">What the event says of it, or null.</param>
    /// <param name="isAmongOthers">Whether, outside servers, it is a conversation of other people than the bot.</param>
    public Place Locate(ulong channelId, ulong? guildId, JsonElement? channel = null, bool isAmongOthers = false)
    {
        if (guildId is null)
        {
            return new Place(channelId, null, isAmongOthers || channel?.Number("type") == GroupChannel ? PlaceKind.Channel : PlaceKind.Direct);
        }

        if (channel is { } described && IsThread(described))
        {
            Add(described);
        }

        return _threads.TryGetValue(channelId, out var thread)
            ? new Place(channelId, guildId, PlaceKind.Thread, thread.Parent)
            : new Place(channelId, guildId, PlaceKind.Channel);
    }

    /// <summary>Who began a thread, or null where that is unknown.</summary>
    public ulong? OwnerOf(ulong threadId) => _threads.TryGetValue(threadId, out var thread) ? thread.Owner : null;

    /// <summary>https://discord.com/developers/docs/resources/channel#channel-object-channel-types: 10 to 12 are threads.</summary>
    private static bool IsThread(JsonElement channel) => channel.Number("type") is 10 or 11 or 12;

    private void Add(JsonElement thread)
    {
        if (thread.Snowflake("id") is { } id)
        {
            // An interaction tells less of its thread than the event that announced it.
            var (parent, owner) = (thread.Snowflake("parent_id"), thread.Snowflake("owner_id"));
            _threads.AddOrUpdate(id, (parent, owner), (_, known) => (parent ?? known.Parent, owner ?? known.Owner));
        }
    }
}
