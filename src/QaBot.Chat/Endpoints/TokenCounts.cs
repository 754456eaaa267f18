using System.Globalization;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>What an answer cost, as far as the endpoint says: the last count of each kind.</summary>
internal sealed class TokenCounts
{
    /// <summary>What stands for an unknown count on the way through the client library, which takes a missing one for 0.</summary>
    public const int Unknown = -1;

    private int? _input;
    private int? _output;
    private int? _cached;

    /// <summary>Whether a count is known.</summary>
    public bool AreAny => _input is not null || _output is not null;

    /// <summary>Takes the counts of an object; false where it has none.</summary>
    public bool Add(JsonElement usage)
    {
        if (usage.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        // No prompt and no answer has no tokens: 0 is said by servers that do not count.
        var (input, output) = (Count(usage, "prompt_tokens", smallest: 1), Count(usage, "completion_tokens", smallest: 1));
        (_input, _output) = (input ?? _input, output ?? _output);
        _cached = (usage.TryGetProperty("prompt_tokens_details", out var details) && details.ValueKind == JsonValueKind.Object ? Count(details, "cached_tokens") : null)
            ?? Count(usage, "prompt_cache_hit_tokens") ?? _cached;
        return input is not null || output is not null;
    }

    /// <summary>Writes them as OpenAI does.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", _input ?? Unknown);
        json.WriteNumber("completion_tokens", _output ?? Unknown);
        json.WriteNumber("total_tokens", _input + _output ?? Unknown);
        if (_cached is { } cached)
        {
            json.WriteStartObject("prompt_tokens_details");
            json.WriteNumber("cached_tokens", cached);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A whole number in whatever form; null for anything else.</summary>
    private static int? Count(JsonElement usage, string name, int smallest = 0) =>
        usage.TryGetProperty(name, out var element)
        && (element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.ValueKind == JsonValueKind.String ? element.GetString() : null) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= int.MaxValue && number == Math.Floor(number)
            ? (int)number
            : null;
}
