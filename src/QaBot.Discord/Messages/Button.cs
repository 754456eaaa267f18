namespace QaBot.Discord.Messages;

/// <summary>A button under a message: one that comes back when it is pressed, or a link.</summary>
public sealed record Button
{
    /// <summary>The most UTF-16 units that a custom_id may have.</summary>
    public const int LongestCustomId = 100;

    /// <summary>The most UTF-16 units that a label may have.</summary>
    public const int LongestLabel = 80;

    /// <summary>The most UTF-16 units that a link's address may have.</summary>
    public const int LongestUrl = 512;

    /// <summary>Creates a button.</summary>
    /// <param name="label">What stands on it, 1 to 80 UTF-16 units.</param>
    /// <param name="customId">What comes back when it is pressed, 1 to 100 UTF-16 units, unique in its message.</param>
    /// <param name="isEnabled">Whether it can be pressed.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/components/reference#button.</remarks>
    public Button(string label, string customId, bool isEnabled = true)
        : this(label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customId.Length, LongestCustomId, nameof(customId));
        (CustomId, IsEnabled) = (customId, isEnabled);
    }

    private Button(string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Length, LongestLabel, nameof(label));
        Label = label;
    }

    /// <summary>What stands on it.</summary>
    public string Label { get; }

    /// <summary>What comes back when it is pressed; empty for a link.</summary>
    public string CustomId { get; } = "";

    /// <summary>Whether it can be pressed.</summary>
    public bool IsEnabled { get; } = true;

    /// <summary>Where a link leads; null for one that comes back.</summary>
    public Uri? Url { get; private init; }

    /// <summary>Creates a link.</summary>
    /// <param name="label">What stands on it, 1 to 80 UTF-16 units.</param>
    /// <param name="url">Where it leads: http or https, at most 512 UTF-16 units.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    public static Button Link(string label, Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url is { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri.Length: <= LongestUrl }
            ? new Button(label) { Url = url }
            : throw new ArgumentException("A button leads to an absolute address of http or https, of at most 512 characters.", nameof(url));
    }
}
