namespace QaBot.Text;

/// <summary>The corpus cannot be used as it is: a file is missing, unreadable, empty or not text.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that says what is wrong, with file and offset where there is one.</param>
    /// <param name="remedy">One sentence that says what to do about it.</param>
    /// <param name="innerException">What the operating system or the decoder said, if anything.</param>
    public CorpusException(string message, string remedy, Exception? innerException = null)
        : base(message, innerException) => Remedy = remedy;

    /// <summary>What the reader of the message can do about it.</summary>
    public string Remedy { get; }
}
