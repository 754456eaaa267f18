namespace QaBot.Discord.Payloads;

/// <summary>The message that a message replies to.</summary>
internal sealed record ReferencePayload(string MessageId, bool FailIfNotExists);
