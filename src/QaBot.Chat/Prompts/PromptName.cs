namespace QaBot.Chat.Prompts;

/// <summary>The prompts there are; each is a file of its name in lower case.</summary>
public enum PromptName
{
    /// <summary>Rules, passages, question: the model words the answer.</summary>
    Answer,

    /// <summary>What is said behind <see cref="Answer"/> when nothing of the first answer held.</summary>
    Repair,

    /// <summary>A follow-up becomes a question that stands by itself.</summary>
    Rewrite,

    /// <summary>An answer of an evaluation is judged.</summary>
    Grade,
}
