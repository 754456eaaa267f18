namespace QaBot.Discord.Messages;

/// <summary>A window with one field, which opens for the one who pressed a button.</summary>
public sealed record Form
{
    /// <summary>The most UTF-16 units that may be written into it.</summary>
    public const int LongestText = 1000;

    private const int LongestTitle = 45;

    /// <summary>Creates a form.</summary>
    /// <param name="customId">What comes back with the text, 1 to 100 UTF-16 units.</param>
    /// <param name="title">Its title, 1 to 45 UTF-16 units.</param>
    /// <param name="label">What the field is for, 1 to 45 UTF-16 units.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal and /components/reference#label.</remarks>
    public Form(string customId, string title, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customId);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customId.Length, Button.LongestCustomId, nameof(customId));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(title.Length, LongestTitle, nameof(title));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Length, LongestTitle, nameof(label));
        (CustomId, Title, Label) = (customId, title, label);
    }

    /// <summary>What comes back with the text.</summary>
    public string CustomId { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>What the field is for.</summary>
    public string Label { get; }
}
