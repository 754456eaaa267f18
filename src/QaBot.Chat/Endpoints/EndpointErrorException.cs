namespace QaBot.Chat.Endpoints;

/// <summary>An error in an answer whose status is 200.</summary>
/// <param name="status">The status that it should have had, from 400 to 599.</param>
internal sealed class EndpointErrorException(int status) : Exception
{
    /// <summary>The status of an error that does not say what it is.</summary>
    public const int Unknown = 500;

    /// <summary>The status that it should have had.</summary>
    public int Status => status;
}
