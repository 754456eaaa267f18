using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Gateway;

/// <summary>What is logged of the gateway.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(20, LogLevel.Information, "Shard {Shard}: a session as {User} has begun.")]
    public static partial void Began(ILogger logger, ShardId shard, string user);

    [LoggerMessage(21, LogLevel.Information, "Shard {Shard}: the session was resumed.")]
    public static partial void Resumed(ILogger logger, ShardId shard);

    [LoggerMessage(22, LogLevel.Warning, "Shard {Shard}: disconnected ({Why}); connecting again in {Seconds:0.0} s.")]
    public static partial void Disconnected(ILogger logger, ShardId shard, string why, double seconds);

    [LoggerMessage(23, LogLevel.Warning, "Discord cannot be asked for its gateway: {Why} Trying again in {Seconds:0.0} s.")]
    public static partial void NoPlan(ILogger logger, string why, double seconds);

    [LoggerMessage(24, LogLevel.Warning, "Shard {Shard}: {Remaining} session starts are left; the limit is reset in {Minutes:0} minutes.")]
    public static partial void FewStarts(ILogger logger, ShardId shard, int remaining, double minutes);

    [LoggerMessage(25, LogLevel.Warning, "A dispatch {Name} could not be read: {Why}.")]
    public static partial void Unreadable(ILogger logger, string name, string why);
}
