using System.Globalization;
using System.Text.Json;

namespace QaBot.Discord.Payloads;

/// <summary>Reads what a server sends without insisting on its form: what is missing, null or of another type is a null.</summary>
internal static class Loose
{
    /// <summary>A member of an object.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.AsText() : null;

    /// <summary>A snowflake: digits in a string, or a number.</summary>
    public static ulong? Snowflake(this JsonElement element, string name) => element.Member(name)?.AsSnowflake();

    /// <summary>A snowflake by itself.</summary>
    public static ulong? AsSnowflake(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when ulong.TryParse(value.AsText(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        JsonValueKind.Number when value.TryGetUInt64(out var id) => id,
        _ => null,
    };

    /// <summary>A text by itself; null where it is none, half a surrogate pair for instance.</summary>
    public static string? AsText(this JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text by itself; null for anything else.</summary>
    public static string? AsTextOrNull(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.AsText() : null;

    /// <summary>A whole number.</summary>
    public static int? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A number of seconds, at least 0.</summary>
    public static TimeSpan? Seconds(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Whether a flag is set.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Member(name) is { ValueKind: JsonValueKind.True };

    /// <summary>The elements of an array.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement element, string name) => element.Member(name)?.Elements() ?? [];

    /// <summary>The elements, where it is an array itself.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
}
