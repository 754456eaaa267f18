namespace QaBot.Web;

/// <summary>The server cannot start.</summary>
/// <param name="message">A sentence that says why.</param>
/// <param name="remedy">A sentence that says what to do about it.</param>
/// <param name="isUsage">Whether the settings are wrong; else they are right, and it cannot be done all the same.</param>
/// <param name="innerException">What happened, or null.</param>
public sealed class WebException(string message, string remedy, bool isUsage, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>A sentence that says what to do about it.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Whether the settings are wrong.</summary>
    public bool IsUsage { get; } = isUsage;
}
