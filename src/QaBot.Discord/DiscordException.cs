namespace QaBot.Discord;

/// <summary>Discord refuses something for good: a sentence that says what, and a remedy. Neither holds a token.</summary>
public sealed class DiscordException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="remedy">One sentence that says what to do about it.</param>
    /// <param name="isFatal">Whether the bot cannot go on at all.</param>
    /// <param name="code">Discord's error code or HTTP status, or 0.</param>
    /// <param name="innerException">The cause, or null.</param>
    public DiscordException(string message, string remedy, bool isFatal = false, int code = 0, Exception? innerException = null)
        : base(message, innerException) => (Remedy, IsFatal, Code) = (remedy, isFatal, code);

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>Whether the bot cannot go on at all: trying again does the same, or harm.</summary>
    public bool IsFatal { get; }

    /// <summary>The HTTP status, or 0 where there is none.</summary>
    public int Status { get; init; }

    /// <summary>The fields of the request that Discord names, as in <c>components.0.label</c>; none where it names none.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether what was refused may have been done all the same: the answer was lost, or came too late.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Whether there was no connection to the server at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>Discord's error code where it gave one, else the HTTP status or close code, else 0.</summary>
    public int Code { get; }
}
