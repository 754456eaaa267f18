using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// The JSON in the lines of a body: of server-sent events with or without blank lines between them, of one document, or of one on each line. Comments,
/// other fields and data that is no JSON, such as heartbeats, are passed over; JSON that is cut short is a fault.
/// </summary>
internal sealed partial class EventLines
{
    private const string Data = "data:";
    private const string Event = "event:";
    private const string EndMark = "[DONE]";
    private const int MaxDepth = 256;
    private readonly StringBuilder _partial = new();
    private bool _isDocument;
    private bool _isBare;
    private bool _hasEvents;

    /// <summary>Whether the end mark has come, or a document has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the event says of itself that it is an error.</summary>
    public bool IsError { get; private set; }

    /// <summary>The values that a line completes.</summary>
    /// <exception cref="JsonException">The event is over, and its JSON is not.</exception>
    /// <exception cref="InvalidDataException">The body is a page.</exception>
    public IReadOnlyList<JsonElement> Add(string line)
    {
        var text = line.Trim().TrimStart('\uFEFF');
        if (_isDocument)
        {
            _partial.Append(line).Append('\n');
        }
        else if (text.Length == 0)
        {
            IsError = false;
            return TakePartial();
        }
        else if (text.StartsWith(Data, StringComparison.Ordinal))
        {
            _hasEvents = true;
            return OfData(text);
        }
        else if (text.StartsWith(Event, StringComparison.Ordinal))
        {
            IsError = text[Event.Length..].Trim() == "error";
        }
        else if (text[0] is '{' or '[')
        {
            return OfBareJson(text, line);
        }
        else if (text[0] == '<' && !_hasEvents)
        {
            throw new InvalidDataException("There is a page in place of a completion.");
        }

        return [];
    }

    /// <summary>The values that the end of the body completes.</summary>
    public IReadOnlyList<JsonElement> Finish()
    {
        HasEnded |= _isDocument || _isBare;
        return TakePartial();
    }

    private List<JsonElement> OfData(string text)
    {
        while (text.StartsWith(Data, StringComparison.Ordinal))
        {
            text = text[Data.Length..].Trim();
        }

        if (text.StartsWith(EndMark, StringComparison.Ordinal))
        {
            HasEnded = true;
        }
        else if (_partial.Length > 0)
        {
            _partial.Append(text).Append('\n');
        }
        else if (text is ['{' or '[', ..])
        {
            if (TryRead(text, out var values))
            {
                return values;
            }

            _partial.Append(text).Append('\n');
        }
        else if (IsError)
        {
            throw new EndpointErrorException(EndpointErrorException.Unknown);
        }

        return [];
    }

    private List<JsonElement> OfBareJson(string text, string line)
    {
        if (text.StartsWith(EndMark, StringComparison.Ordinal))
        {
            HasEnded = true;
            return [];
        }

        if (TryRead(text, out var values))
        {
            _isBare = !_hasEvents;
            return values;
        }

        _isDocument = !_hasEvents;
        _partial.Append(_isDocument ? line + '\n' : "");
        return [];
    }

    private List<JsonElement> TakePartial()
    {
        if (_partial.Length == 0)
        {
            return [];
        }

        var text = _partial.ToString();
        _partial.Clear();
        return TryRead(text, out var values) ? values : throw new JsonException("The JSON is cut short.");
    }

    /// <summary>Reads the values of a text; those of an array one by one. Numbers that JSON does not have count as null.</summary>
    private static bool TryRead(string text, out List<JsonElement> values)
    {
        values = [];
        return TryRead(Encoding.UTF8.GetBytes(text), values)
            || (NoNumber().IsMatch(text) && TryRead(Encoding.UTF8.GetBytes(NoNumber().Replace(text, match => match.Value[0] == '"' ? match.Value : "null")), values));
    }

    private static bool TryRead(byte[] json, List<JsonElement> values)
    {
        values.Clear();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true, MaxDepth = MaxDepth });
            while (reader.Read())
            {
                var value = JsonElement.ParseValue(ref reader);
                values.AddRange(value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value]);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|-?\b(?:NaN|Infinity)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NoNumber();
}
