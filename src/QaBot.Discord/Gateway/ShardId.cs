using System.Globalization;

namespace QaBot.Discord.Gateway;

/// <summary>One of the connections that share a bot's servers: server id >> 22, modulo their count, is its index.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#sharding.</remarks>
internal sealed record ShardId(int Index, int Count)
{
    /// <summary>Reads <c>i/n</c>; null for <c>auto</c>.</summary>
    /// <exception cref="DiscordException">The index is not below the count.</exception>
    public static ShardId? Parse(string configured)
    {
        if (configured == DiscordOptions.Auto)
        {
            return null;
        }

        var parts = configured.Split('/');
        return parts is [var first, var second] && int.TryParse(first, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(second, CultureInfo.InvariantCulture, out var count) && index >= 0 && index < count
            ? new ShardId(index, count)
            : throw new DiscordException(
                $"Discord:Shards cannot be “{configured}”.", "Give auto, or the number of a shard from 0 and how many there are, as in 0/4.", isFatal: true);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
