namespace QaBot.Web.Feedback;

/// <summary>What a reader thinks.</summary>
internal enum FeedbackValue
{
    /// <summary>The answer is good.</summary>
    Up,

    /// <summary>It is not.</summary>
    Down,
}
