using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>A request that has reached the double.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path from the version on.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="At">When, by the server's clock.</param>
public sealed record RestCall(string Method, string Path, JsonNode? Body, long At)
{
    /// <summary>The status it was answered with; 0 before.</summary>
    public int Status { get; set; }

    /// <summary>Whether it sends a message to a channel.</summary>
    public bool IsMessage => Method == "POST" && Path.StartsWith("channels/", StringComparison.Ordinal) && Path.EndsWith("/messages", StringComparison.Ordinal);

    /// <summary>Whether it shows typing.</summary>
    public bool IsTyping => Path.EndsWith("/typing", StringComparison.Ordinal);

    /// <summary>Whether it is the first answer to an interaction.</summary>
    public bool IsCallback => Path.EndsWith("/callback", StringComparison.Ordinal);

    /// <summary>The call in a line.</summary>
    public override string ToString() => $"{Method} {Path} → {Status} {Body?.ToJsonString()}";
}
