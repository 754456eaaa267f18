namespace QaBot.Answering;

/// <summary>Why there is no answer.</summary>
public enum AbstentionReason
{
    /// <summary>The source does not say it.</summary>
    NotInSource,

    /// <summary>The question takes for granted what the source contradicts.</summary>
    FalsePremise,

    /// <summary>The question is not one about the source's subject, or no question.</summary>
    OutOfScope,
}
