using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Gateway;

/// <summary>What is logged of the transport itself.</summary>
internal static partial class GatewayTransportLog
{
    [LoggerMessage(30, LogLevel.Debug, "Typing was not shown: {Why}")]
    public static partial void NotTyping(ILogger logger, string why);
}
