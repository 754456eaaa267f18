using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Questions;

/// <summary>What is logged of readers.</summary>
internal static partial class ReaderLog
{
    [LoggerMessage(51, LogLevel.Debug, "The server opens no form for a reason: {Why}")]
    public static partial void NoForm(ILogger logger, string why);

    [LoggerMessage(52, LogLevel.Warning, "Questions to be given as examples were not found: {Why}")]
    public static partial void NoExamples(ILogger logger, string why);

    [LoggerMessage(50, LogLevel.Debug, "Turn {Turn} was judged: good is {IsGood}.")]
    public static partial void Voted(ILogger logger, long turn, bool isGood);
}
