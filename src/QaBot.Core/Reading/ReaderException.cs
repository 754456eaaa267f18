namespace QaBot.Reading;

/// <summary>The reader's model file cannot be used as it is: it is missing, damaged or of another version.</summary>
public sealed class ReaderException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that says what is wrong, with the file.</param>
    /// <param name="remedy">One sentence that says what to do about it.</param>
    /// <param name="innerException">What the operating system or ONNX Runtime said, if anything.</param>
    public ReaderException(string message, string remedy, Exception? innerException = null)
        : base(message, innerException) => Remedy = remedy;

    /// <summary>What the reader of the message can do about it.</summary>
    public string Remedy { get; }
}
