using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Gateway;

/// <summary>What is logged of the transport itself.</summary>
internal static partial class GatewayTransportLog
{
    [LoggerMessage(30, LogLevel.Debug, "Typing was not shown: {Why}")]
    public static partial void NotTyping(ILogger logger, string why);

    [LoggerMessage(31, LogLevel.Warning, "Whether the token is still accepted could not be asked: {Why}")]
    public static partial void TokenUnchecked(ILogger logger, string why);

    [LoggerMessage(32, LogLevel.Debug, "Whether an answer to an interaction has arrived is not known; it goes on as if it had: {Why}")]
    public static partial void InDoubt(ILogger logger, string why);

    [LoggerMessage(33, LogLevel.Warning, "The server refuses a form, and a plainer one follows: {Why}")]
    public static partial void Plainer(ILogger logger, string why);
}
