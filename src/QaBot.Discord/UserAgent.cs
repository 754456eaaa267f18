namespace QaBot.Discord;

/// <summary>What the program calls itself to a server, in requests and where it opens the gateway: some servers close without it.</summary>
/// <remarks>https://discord.com/developers/docs/reference#user-agent.</remarks>
internal static class UserAgent
{
    /// <summary>The header's name.</summary>
    public const string Header = "User-Agent";

    /// <summary>The header's value.</summary>
    public static string Value { get; } = $"DiscordBot (https://qabot.invalid, {QuestionAnswerer.Version})";
}
