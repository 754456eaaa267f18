namespace QaBot.Discord.Payloads;

/// <summary>The first answer to an interaction.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object.</remarks>
internal sealed record CallbackPayload(int Type, MessagePayload? Data)
{
    public const int Message = 4;
    public const int Deferred = 5;
    public const int Update = 7;
    public const int Suggestions = 8;
    public const int OpenForm = 9;
}
