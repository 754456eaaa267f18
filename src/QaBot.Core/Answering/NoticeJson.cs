using System.Text.Json;

namespace QaBot.Answering;

/// <summary>A notice within an <see cref="AnswerJson"/>.</summary>
/// <param name="Kind">What it is about: <c>timed-out</c>, <c>wrong-key</c>, <c>nothing-verified</c> …</param>
/// <param name="Message">The line for the reader.</param>
public sealed record NoticeJson(string Kind, string Message)
{
    /// <summary>The object of a notice.</summary>
    public static NoticeJson Of(AnswerNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new NoticeJson(JsonNamingPolicy.KebabCaseLower.ConvertName(notice.Fault.ToString()), notice.Message);
    }
}
