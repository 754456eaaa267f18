using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Payloads;

/// <summary>A message as Discord's REST interface takes it; what is null is left out.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message#create-message.</remarks>
internal sealed partial record MessagePayload
{
    private const int BadRequest = 400;
    private const int NotFound = 404;

    /// <summary>"Unknown Channel", "Unknown Message", "Cannot reply without permission to read message history".</summary>
    private const int UnknownChannel = 10003;
    private const int UnknownMessage = 10008;
    private const int NoHistory = 160002;

    /// <summary>"Cannot send an empty message": what a server says that passes over what it does not know.</summary>
    private const int EmptyMessage = 50006;
    private const int SuppressEmbeds = 1 << 2;
    private const int Ephemeral = 1 << 6;
    private const int ComponentsV2 = 1 << 15;

    public string? Content { get; init; }

    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    public AllowedMentionsPayload? AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public ReferencePayload? MessageReference { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>Of a form.</summary>
    public string? CustomId { get; init; }

    /// <summary>Of a form.</summary>
    public string? Title { get; init; }

    /// <summary>Suggestions instead of a message.</summary>
    public IReadOnlyList<ChoicePayload>? Choices { get; init; }

    /// <summary>The same without a card, or null where there is none.</summary>
    [JsonIgnore]
    public MessagePayload? Uncarded { get; private init; }

    /// <summary>Whether it is shown as a card.</summary>
    [JsonIgnore]
    public bool IsCard => Uncarded is not null;

    /// <summary>A new message.</summary>
    public static MessagePayload New(OutgoingMessage message, bool isPrivate = false)
    {
        var rows = ComponentPayload.Rows(message);
        return AsCard(message, new()
        {
            Content = message.Content,
            Components = rows.Count == 0 ? null : rows,
            AllowedMentions = AllowedMentionsPayload.Nobody,
            Flags = SuppressEmbeds | (isPrivate ? Ephemeral : 0),
        });
    }

    /// <summary>A change of a message: no rows take away the buttons it had.</summary>
    public static MessagePayload Edit(OutgoingMessage message) => AsCard(message, new()
    {
        Content = message.Content,
        Components = ComponentPayload.Rows(message),
        AllowedMentions = AllowedMentionsPayload.Nobody,
        Flags = SuppressEmbeds,
    });

    /// <summary>A form.</summary>
    public static MessagePayload Of(Form form) => new() { CustomId = form.CustomId, Title = form.Title, Components = ComponentPayload.Of(form) };

    /// <summary>Suggestions.</summary>
    public static MessagePayload Of(IEnumerable<Choice> choices) => new() { Choices = [.. choices.Select(choice => new ChoicePayload(choice.Value) { Name = choice.Label })] };

    /// <summary>The message without a card, with the reference and nonce that it has by now.</summary>
    public MessagePayload WithoutCard() => Uncarded is null ? this : Uncarded with { MessageReference = MessageReference, Nonce = Nonce, EnforceNonce = EnforceNonce };

    /// <summary>The next plainer form for a server that has refused this one, or null where there is none that it would take.</summary>
    public MessagePayload? Plainer(DiscordException refusal) =>
        MessageReference is not null && IsAboutReference(refusal) ? this with { MessageReference = null }
        : refusal.Status != BadRequest ? null
        : IsCard ? WithoutCard()
        : Nonce is not null || (Flags & SuppressEmbeds) == SuppressEmbeds ? this with { Flags = (Flags & Ephemeral) == Ephemeral ? Ephemeral : null, Nonce = null, EnforceNonce = null }
        : MessageReference is not null ? this with { MessageReference = null }
        : null;

    /// <summary>Whether a refusal of this message is of cards as such, as where a server does not know them, and not of something in this one.</summary>
    public bool RefusesCards(DiscordException refusal) => IsCard && (refusal.Code == EmptyMessage || refusal.Fields.Any(field => CardField().IsMatch(field)));

    /// <summary>"Thinking…".</summary>
    public static MessagePayload? Deferred(bool isPrivate) => isPrivate ? new MessagePayload { Flags = Ephemeral } : null;

    /// <summary>Whether the message that is replied to is gone, or may not be replied to: not every server heeds <c>fail_if_not_exists</c>.</summary>
    private static bool IsAboutReference(DiscordException refusal) => refusal.Code is NoHistory or UnknownMessage
        || (refusal.Status == NotFound && refusal.Code != UnknownChannel)
        || refusal.Message.Contains("message_reference", StringComparison.Ordinal);

    /// <summary>The flag of cards, and the types and the colour of what only cards have; what is deeper in is in other messages too.</summary>
    [GeneratedRegex(@"^(data\.)?(flags|components\.[0-9]+(\.components\.[0-9]+)?\.(type|accent_color))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CardField();

    /// <summary>A card has its text among its components: https://discord.com/developers/docs/components/reference, flag IS_COMPONENTS_V2.</summary>
    private static MessagePayload AsCard(OutgoingMessage message, MessagePayload plain) => message.Accent is null ? plain
        : plain with { Content = null, Components = ComponentPayload.Card(message), Flags = plain.Flags | ComponentsV2, Uncarded = plain };
}
