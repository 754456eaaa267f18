using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Setup;

/// <summary>What is logged of how servers set the bot up.</summary>
internal static partial class SetupLog
{
    [LoggerMessage(70, LogLevel.Error, "How the bot is set up in server {Guild} cannot be read, and it does there as where nobody has set it up: {Why}")]
    public static partial void NotRead(ILogger logger, ulong guild, string why);
}
