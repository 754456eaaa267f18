using Discord;
using Microsoft.Extensions.Logging;

namespace QaBot.DiscordNet;

/// <summary>What Discord.Net logs, as this program does.</summary>
internal static partial class DiscordNetLog
{
    /// <summary>Logs one message of Discord.Net.</summary>
    public static void Write(ILogger log, LogMessage message)
    {
        var level = message.Severity switch
        {
            LogSeverity.Critical => LogLevel.Critical,
            LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Information,
            LogSeverity.Verbose => LogLevel.Debug,
            _ => LogLevel.Trace,
        };
        Said(log, level, message.Source, message.Message ?? message.Exception?.Message ?? "");
    }

    [LoggerMessage(EventId = 40, Message = "Discord.Net, {Source}: {Message}")]
    private static partial void Said(ILogger log, LogLevel level, string source, string message);
}
