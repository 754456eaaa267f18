namespace QaBot.Answering;

/// <summary>Why a question could not be taken, for those who word it in another language.</summary>
public enum RefusalKind
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than <see cref="AnsweringOptions.LongestQuestion"/>.</summary>
    TooLong,

    /// <summary>It has characters that are no text.</summary>
    NotText,
}
