using System.Text.Json;

namespace QaBot.Testing.Endpoints;

/// <summary>A request that a scripted endpoint has received.</summary>
/// <param name="Path">The path behind the host.</param>
/// <param name="Headers">The headers, by names in any case.</param>
/// <param name="Body">The body.</param>
public sealed record EndpointRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body's JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The text of every message, in order.</summary>
    public IReadOnlyList<string> Messages => [.. Json.GetProperty("messages").EnumerateArray().Select(message => Text(message.GetProperty("content")))];

    private static string Text(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
