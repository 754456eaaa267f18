namespace QaBot.Answering;

/// <summary>A call of a model failed, after all that could be tried.</summary>
public sealed class ChatFaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="message">One sentence for the reader, without secrets.</param>
    /// <param name="inner">What caused it, or null.</param>
    /// <param name="retryAfter">How long the endpoint asks to be left alone, or null.</param>
    public ChatFaultException(ChatFault fault, string message, Exception? inner = null, TimeSpan? retryAfter = null)
        : base(message, inner) => (Fault, RetryAfter) = (fault, retryAfter);

    /// <summary>What went wrong.</summary>
    public ChatFault Fault { get; }

    /// <summary>How long the endpoint asks to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; }
}
