namespace QaBot.Answering;

/// <summary>What became of a question.</summary>
public enum AnswerOutcome
{
    /// <summary>The source says it, and the answer cites where.</summary>
    Answered,

    /// <summary>There is no answer from the source; the reason says why.</summary>
    Abstained,

    /// <summary>The question could not be taken: too long, empty, or not text.</summary>
    Refused,
}
