using Microsoft.Extensions.Logging;

namespace QaBot.Cli.Commands;

/// <summary>What <c>qabot discord</c> logs itself; a class of its own, so that other verbs do not load the logging.</summary>
internal static partial class DiscordCommandLog
{
    [LoggerMessage(80, LogLevel.Information, "{State}")]
    public static partial void Minute(ILogger logger, string state);

    [LoggerMessage(81, LogLevel.Information, "Stopped: {State}")]
    public static partial void Stopped(ILogger logger, string state);
}
