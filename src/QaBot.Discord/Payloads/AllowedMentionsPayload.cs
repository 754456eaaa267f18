namespace QaBot.Discord.Payloads;

/// <summary>Whom a message may notify: nobody, whatever its text says.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message#allowed-mentions-object.</remarks>
internal sealed record AllowedMentionsPayload(IReadOnlyList<string> Parse)
{
    public static AllowedMentionsPayload Nobody { get; } = new([]);
}
