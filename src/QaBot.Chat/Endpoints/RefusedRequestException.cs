namespace QaBot.Chat.Endpoints;

/// <summary>An endpoint does not take a request, and names a field that it cannot be asked without.</summary>
/// <param name="status">The status.</param>
/// <param name="refusal">What it names.</param>
internal sealed class RefusedRequestException(int status, Refusal refusal) : Exception
{
    /// <summary>The status.</summary>
    public int Status => status;

    /// <summary>What it names.</summary>
    public Refusal Refusal => refusal;
}
