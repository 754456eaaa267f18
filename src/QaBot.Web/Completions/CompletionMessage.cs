using System.Text.Json;

namespace QaBot.Web.Completions;

/// <summary>A message.</summary>
/// <param name="Role"><c>user</c>, <c>assistant</c>, or another, whose messages are not read.</param>
/// <param name="Content">A text, or an array of parts of which those of type <c>text</c> are read.</param>
internal sealed record CompletionMessage(string? Role, JsonElement? Content)
{
    /// <summary>The text, or null where there is a part that is none.</summary>
    public string? Text() => Content switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } parts => parts.EnumerateArray().Select(TextOf).ToList() is var texts && texts.Contains(null) ? null : string.Join('\n', texts),
        _ => null,
    };

    private static string? TextOf(JsonElement part) =>
        part is { ValueKind: JsonValueKind.Object } && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "text"
            && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
