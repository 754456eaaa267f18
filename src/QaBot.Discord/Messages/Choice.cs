namespace QaBot.Discord.Messages;

/// <summary>One of a menu's choices, or a suggestion while an option is typed.</summary>
public sealed record Choice
{
    /// <summary>The most UTF-16 units of each of its texts.</summary>
    public const int Longest = 100;

    /// <summary>Creates a choice.</summary>
    /// <param name="label">What stands there, 1 to 100 UTF-16 units.</param>
    /// <param name="value">What comes back, 1 to 100 UTF-16 units.</param>
    /// <param name="description">A line below it, at most 100 UTF-16 units, or null; suggestions have none.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/components/reference#string-select.</remarks>
    public Choice(string label, string value, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Length, Longest, nameof(label));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, Longest, nameof(value));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(description?.Length ?? 0, Longest, nameof(description));
        (Label, Value, Description) = (label, value, description);
    }

    /// <summary>What stands there.</summary>
    public string Label { get; }

    /// <summary>What comes back.</summary>
    public string Value { get; }

    /// <summary>A line below it, or null.</summary>
    public string? Description { get; }
}
