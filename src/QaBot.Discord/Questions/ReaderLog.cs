using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Questions;

/// <summary>What is logged of readers.</summary>
internal static partial class ReaderLog
{
    [LoggerMessage(50, LogLevel.Debug, "Turn {Turn} was judged: good is {IsGood}.")]
    public static partial void Voted(ILogger logger, long turn, bool isGood);
}
