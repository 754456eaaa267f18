using Microsoft.Extensions.Logging;

namespace QaBot.Discord.Questions;

/// <summary>What is logged of questions: their ids, and no text.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(40, LogLevel.Error, "The answer to {Question} was not delivered: {Why} {Remedy}")]
    public static partial void NotDelivered(ILogger logger, ulong question, string why, string remedy);

    [LoggerMessage(41, LogLevel.Error, "The question {Question} was not answered.")]
    public static partial void NotAnswered(ILogger logger, ulong question, Exception exception);

    [LoggerMessage(43, LogLevel.Warning, "No thread could be begun at {Message}: {Why} {Remedy}")]
    public static partial void NoThread(ILogger logger, ulong message, string why, string remedy);

    [LoggerMessage(42, LogLevel.Error, "The answer to {Question} was given, but cannot be remembered: {Why}")]
    public static partial void NotRemembered(ILogger logger, ulong question, string why);
}
