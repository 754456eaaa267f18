namespace QaBot.Discord.Messages;

/// <summary>A button under a message.</summary>
public sealed record Button
{
    /// <summary>The most UTF-16 units that a custom_id may have.</summary>
    public const int LongestCustomId = 100;

    /// <summary>The most UTF-16 units that a label may have.</summary>
    public const int LongestLabel = 80;

    /// <summary>Creates a button.</summary>
    /// <param name="label">What stands on it, 1 to 80 UTF-16 units.</param>
    /// <param name="customId">What comes back when it is pressed, 1 to 100 UTF-16 units, unique in its message.</param>
    /// <param name="isEnabled">Whether it can be pressed.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/components/reference#button.</remarks>
    public Button(string label, string customId, bool isEnabled = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentException.ThrowIfNullOrWhiteSpace(customId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Length, LongestLabel, nameof(label));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customId.Length, LongestCustomId, nameof(customId));
        (Label, CustomId, IsEnabled) = (label, customId, isEnabled);
    }

    /// <summary>What stands on it.</summary>
    public string Label { get; }

    /// <summary>What comes back when it is pressed.</summary>
    public string CustomId { get; }

    /// <summary>Whether it can be pressed.</summary>
    public bool IsEnabled { get; }
}
