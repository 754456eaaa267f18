using System.Text;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>The calls of functions in an answer, put together from their pieces: by index, by id, or by order where a server has neither.</summary>
internal sealed class CompletionCalls
{
    private readonly List<Call> _calls = [];

    /// <summary>Whether there are any.</summary>
    public bool AreAny => _calls.Exists(call => call.Name.Length > 0);

    /// <summary>Takes pieces of calls.</summary>
    public void Add(JsonElement calls)
    {
        foreach (var piece in calls.ValueKind == JsonValueKind.Array ? calls.EnumerateArray().Where(piece => piece.ValueKind == JsonValueKind.Object) : [])
        {
            var function = piece.TryGetProperty("function", out var element) && element.ValueKind == JsonValueKind.Object ? element : piece;
            var (id, name) = (CompletionReader.TextOf(piece, "id"), CompletionReader.TextOf(function, "name"));
            int? index = piece.TryGetProperty("index", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var at) ? at : null;
            var call = Find(index, id, name);
            (call.Id, call.Name) = (call.Id.Length > 0 ? call.Id : id, call.Name.Length > 0 ? call.Name : name);
            if (function.TryGetProperty("arguments", out var arguments))
            {
                call.Arguments.Append(arguments.ValueKind == JsonValueKind.Object ? arguments.GetRawText() : CompletionReader.TextOf(function, "arguments"));
            }
        }
    }

    /// <summary>Writes them as OpenAI does.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("tool_calls");
        foreach (var (index, call) in _calls.Where(call => call.Name.Length > 0).Index())
        {
            json.WriteStartObject();
            json.WriteNumber("index", index);
            json.WriteString("id", call.Id.Length > 0 ? call.Id : FormattableString.Invariant($"call-{index}"));
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            json.WriteString("arguments", call.Arguments.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private Call Find(int? index, string id, string name)
    {
        var known = _calls.FindLast(call => index is not null && call.Index == index && (id.Length == 0 || call.Id.Length == 0 || call.Id == id))
            ?? _calls.FindLast(call => index is null && (id.Length > 0 ? call.Id == id : name.Length == 0));
        if (known is null)
        {
            known = new Call { Index = index };
            _calls.Add(known);
        }

        return known;
    }

    private sealed class Call
    {
        public int? Index { get; init; }

        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
