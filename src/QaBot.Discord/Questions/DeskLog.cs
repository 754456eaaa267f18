using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Questions;

/// <summary>What is logged of questions: their ids, and no text.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(40, LogLevel.Error, "The answer to {Question} was not delivered: {Why} {Remedy}")]
    public static partial void NotDelivered(ILogger logger, ulong question, string why, string remedy);

    [LoggerMessage(41, LogLevel.Error, "The question {Question} was not answered.")]
    public static partial void NotAnswered(ILogger logger, ulong question, Exception exception);
}
