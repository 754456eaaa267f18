namespace QaBot.Discord.Rest;

/// <summary>A request to Discord.</summary>
/// <param name="Route">Where it goes.</param>
/// <param name="Body">JSON in UTF-8, or null for none.</param>
internal sealed record RestRequest(Route Route, byte[]? Body = null)
{
    /// <summary>How long it is worth trying; as often as that goes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether sending it twice does what sending it once does; if not, it is not sent again when its fate is unknown.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether it fails at once where there is no connection: somebody waits in front of a terminal.</summary>
    public bool NeedsConnection { get; init; }

    /// <summary>Whether it is left out where it would have to wait or to be sent again.</summary>
    public bool IsDroppable { get; init; }
}
