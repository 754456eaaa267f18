using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Discord.Questions;

/// <summary>Makes the question of what somebody wrote, without what means something to Discord alone.</summary>
internal static partial class QuestionText
{
    /// <summary>The question.</summary>
    /// <param name="content">What was written.</param>
    /// <param name="botId">The bot's user, whose mention is no part of it; another user's is somebody.</param>
    public static string Of(string content, ulong botId)
    {
        var id = botId.ToString(CultureInfo.InvariantCulture);
        var text = Person().Replace(Noise().Replace(content, " "), mention => mention.Groups["id"].Value == id ? " " : "someone");
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex("<@!?(?<id>[0-9]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    /// <summary>Roles, channels, emoji, times, commands, navigation, and links to messages.</summary>
    /// <remarks>https://discord.com/developers/docs/reference#message-formatting-formats.</remarks>
    [GeneratedRegex(
        @"<@&[0-9]+>|<#[0-9]+>|<a?:\w+:[0-9]+>|<t:-?[0-9]+(:\w)?>|</[^<>]+:[0-9]+>|<id:\w+>|<?https?://([a-z]+\.)?discord(app)?\.com/channels/[^\s>]+>?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();
}
