namespace QaBot.Discord.Interactions;

/// <summary>A use of a command or button that Discord wants an answer to.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="ApplicationId">The application it is for.</param>
/// <param name="Token">What allows answering it, for 15 minutes; a secret.</param>
/// <param name="UserId">Who used it.</param>
/// <param name="Place">Where.</param>
/// <param name="ReceivedAt">The timestamp of its arrival, of the transport's <see cref="TimeProvider"/>.</param>
public sealed record Interaction(ulong Id, ulong ApplicationId, string Token, ulong UserId, Place Place, long ReceivedAt)
{
    /// <summary>The language of the one who used it, as in <c>de</c> or <c>es-419</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Whether the one who used it may manage the server.</summary>
    public bool IsByManager { get; init; }

    /// <summary>The interaction without its token.</summary>
    public override string ToString() => $"interaction {Id}";
}
