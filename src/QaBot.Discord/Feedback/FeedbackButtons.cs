using QaBot.Discord.Messages;

namespace QaBot.Discord.Feedback;

/// <summary>The two buttons by which readers judge an answer; which one is meant, the message says.</summary>
internal static class FeedbackButtons
{
    private const string Good = "f:+";
    private const string Bad = "f:-";

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
