namespace QaBot.Discord.Messages;

/// <summary>A menu under a message, of which one choice comes back.</summary>
public sealed record Menu
{
    /// <summary>The most choices, of a menu as of suggestions.</summary>
    public const int MostChoices = 25;

    private const int LongestPlaceholder = 150;

    /// <summary>Creates a menu.</summary>
    /// <param name="placeholder">What stands there before something is chosen, 1 to 150 UTF-16 units.</param>
    /// <param name="choices">1 to 25 choices with different values.</param>
    /// <exception cref="ArgumentException">Discord would refuse it.</exception>
    /// <remarks>Limits: https://discord.com/developers/docs/components/reference#string-select.</remarks>
    public Menu(string placeholder, IReadOnlyList<Choice> choices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(placeholder);
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(placeholder.Length, LongestPlaceholder, nameof(placeholder));
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count, nameof(choices));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(choices.Count, MostChoices, nameof(choices));
        (Placeholder, Choices) = (placeholder, choices);
    }

    /// <summary>What stands there before something is chosen.</summary>
    public string Placeholder { get; }

    /// <summary>What may be chosen.</summary>
    public IReadOnlyList<Choice> Choices { get; }
}
