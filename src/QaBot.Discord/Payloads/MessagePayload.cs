using QaBot.Discord.Messages;

namespace QaBot.Discord.Payloads;

/// <summary>A message as Discord's REST interface takes it; what is null is left out.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message#create-message.</remarks>
internal sealed record MessagePayload
{
    private const int SuppressEmbeds = 1 << 2;
    private const int Ephemeral = 1 << 6;

    public string? Content { get; init; }

    public IReadOnlyList<RowPayload>? Components { get; init; }

    public AllowedMentionsPayload? AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public ReferencePayload? MessageReference { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>A new message.</summary>
    public static MessagePayload New(OutgoingMessage message, bool isPrivate = false) => new()
    {
        Content = message.Content,
        Components = message.Rows.Count == 0 ? null : Rows(message),
        AllowedMentions = AllowedMentionsPayload.Nobody,
        Flags = SuppressEmbeds | (isPrivate ? Ephemeral : 0),
    };

    /// <summary>A change of a message: no rows take away the buttons it had.</summary>
    public static MessagePayload Edit(OutgoingMessage message) => new()
    {
        Content = message.Content,
        Components = Rows(message),
        AllowedMentions = AllowedMentionsPayload.Nobody,
        Flags = SuppressEmbeds,
    };

    /// <summary>The message without what Discord came to know late, for servers that do not know it.</summary>
    public MessagePayload Plain() => this with { Flags = (Flags & Ephemeral) == Ephemeral ? Ephemeral : null, Nonce = null, EnforceNonce = null };

    /// <summary>"Thinking…".</summary>
    public static MessagePayload? Deferred(bool isPrivate) => isPrivate ? new MessagePayload { Flags = Ephemeral } : null;

    private static RowPayload[] Rows(OutgoingMessage message) => [.. message.Rows.Select(row => new RowPayload([.. row.Select(ButtonPayload.Of)]))];
}
