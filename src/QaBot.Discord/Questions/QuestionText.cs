using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Discord.Questions;

/// <summary>Makes the question of what somebody wrote: the bot's own mention is no part of it, and the number of a user or a channel tells nothing.</summary>
internal static partial class QuestionText
{
    /// <summary>The question.</summary>
    /// <param name="content">What was written.</param>
    /// <param name="botId">The bot's user.</param>
    public static string Of(string content, ulong botId)
    {
        var id = botId.ToString(CultureInfo.InvariantCulture);
        return Mention().Replace(content, mention => mention.Groups["id"].Value == id ? " " : "someone").Trim();
    }

    [GeneratedRegex("<[@#][!&]?(?<id>[0-9]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
