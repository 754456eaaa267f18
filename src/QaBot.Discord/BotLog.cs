using Microsoft.Extensions.Logging;

namespace QaBot.Discord;

/// <summary>What is logged of the bot.</summary>
internal static partial class BotLog
{
    [LoggerMessage(60, LogLevel.Error, "Discord refused an answer to {Id}: {Why} {Remedy}")]
    public static partial void Refused(ILogger logger, ulong id, string why, string remedy);

    [LoggerMessage(61, LogLevel.Error, "{Id} failed.")]
    public static partial void Failed(ILogger logger, ulong id, Exception exception);
}
