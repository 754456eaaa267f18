using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Rest;

/// <summary>What is logged of requests: their kinds, never their paths, which hold tokens.</summary>
internal static partial class RestLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Route} met the {Scope} limit; waiting {Milliseconds:0} ms.")]
    public static partial void Limited(ILogger logger, Route route, string scope, double milliseconds);

    [LoggerMessage(EventId = 2, Message = "{Route}: {Why}, attempt {Attempt}; trying again in {Milliseconds:0} ms.")]
    public static partial void Retried(ILogger logger, LogLevel level, Route route, string why, int attempt, double milliseconds);
}
