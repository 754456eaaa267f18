namespace QaBot.Chat;

/// <summary>What the name of a channel or a role says about the text behind it.</summary>
internal enum HeaderMeaning
{
    /// <summary>It is the model's answer.</summary>
    Answer,

    /// <summary>It is a thought, or a call of a function in words.</summary>
    Thought,

    /// <summary>It is no name of a channel or of the model's own role.</summary>
    Other,
}
