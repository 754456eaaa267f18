namespace QaBot.Discord.Payloads;

/// <summary>A choice: of a menu with a label, as a suggestion with a name.</summary>
internal sealed record ChoicePayload(string Value)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    public string? Name { get; init; }
}
