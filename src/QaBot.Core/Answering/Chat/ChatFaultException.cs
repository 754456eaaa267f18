namespace QaBot.Answering.Chat;

/// <summary>A call of a model failed, after all that could be tried.</summary>
public sealed class ChatFaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="message">One sentence for the reader, without secrets.</param>
    /// <param name="inner">What caused it, or null.</param>
    public ChatFaultException(ChatFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What went wrong.</summary>
    public ChatFault Fault { get; }
}
