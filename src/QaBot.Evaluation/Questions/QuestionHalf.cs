namespace QaBot.Evaluation.Questions;

/// <summary>The two halves of a question set.</summary>
public enum QuestionHalf
{
    /// <summary>Questions that the answerer is developed with.</summary>
    Development,

    /// <summary>Questions that are only counted, never looked at while tuning.</summary>
    HeldOut,
}
