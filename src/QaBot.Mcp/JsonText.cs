using System.Text.Json;

namespace QaBot.Mcp;

/// <summary>Reads texts that clients send.</summary>
internal static class JsonText
{
    /// <summary>The text of a value; null where it is no text, or has half a character (U+D800 to U+DFFF alone), which JSON can write and Unicode does not have.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
