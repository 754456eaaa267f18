namespace QaBot.Answering;

/// <summary>What a hint beside an answer is about, for those who word it in another language.</summary>
public enum HintKind
{
    /// <summary>The question is in another language than English, which the subject names in itself.</summary>
    OtherLanguage,

    /// <summary>A list may have more items.</summary>
    MoreItems,

    /// <summary>One part of the question, the subject, has no answer.</summary>
    OtherPart,
}
