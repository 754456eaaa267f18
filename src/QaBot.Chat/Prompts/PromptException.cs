namespace QaBot.Chat.Prompts;

/// <summary>A prompt file is missing or is no template of the form that is wanted.</summary>
public sealed class PromptException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that names the file.</param>
    /// <param name="remedy">One sentence that says what to do about it.</param>
    /// <param name="inner">What caused it, or null.</param>
    public PromptException(string message, string remedy, Exception? inner = null)
        : base(message, inner) => Remedy = remedy;

    /// <summary>One sentence that says what to do about it.</summary>
    public string Remedy { get; }
}
