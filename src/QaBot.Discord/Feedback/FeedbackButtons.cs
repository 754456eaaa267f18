using System.Globalization;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Feedback;

/// <summary>The two buttons by which readers judge an answer; which one is meant, the message says.</summary>
internal static class FeedbackButtons
{
    private const string Good = "f:+";
    private const string Bad = "f:-";

    private const string Reason = "r:";

    /// <summary>The custom_id of the form for a turn's reason.</summary>
    public static string ReasonOf(long turn) => string.Create(CultureInfo.InvariantCulture, $"{Reason}{turn}");

    /// <summary>The turn that such a form is about, or null where it is none.</summary>
    public static long? ParseReason(string customId) => customId.StartsWith(Reason, StringComparison.Ordinal)
        && long.TryParse(customId.AsSpan(Reason.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? turn : null;

    /// <summary>The row of buttons.</summary>
    public static IReadOnlyList<Button> Row { get; } = [new Button("👍", Good), new Button("👎", Bad)];

    /// <summary>What a custom_id says: good, bad, or null where it is none of these.</summary>
    public static bool? Parse(string customId) => customId switch
    {
        Good => true,
        Bad => false,
        _ => null,
    };
}
