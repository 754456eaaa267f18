using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QaBot.Testing.Endpoints;

/// <summary>An answer of a scripted endpoint: a status, headers, and a body in pieces, each of which is a chunk and a packet of its own.</summary>
public sealed record EndpointReply
{
    /// <summary>The status. Default 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers besides those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The media type. Default that of server-sent events.</summary>
    public string MediaType { get; init; } = "text/event-stream; charset=utf-8";

    /// <summary>The body.</summary>
    public IEnumerable<byte[]> Pieces { get; init; } = [];

    /// <summary>How it ends.</summary>
    public EndpointEnding Ending { get; init; }

    /// <summary>What is waited for behind the first pieces, and how many those are.</summary>
    public (int Pieces, Task Task)? Gate { get; init; }

    /// <summary>A streamed answer: one event for each piece of text, then the finish reason, the usage and the end mark.</summary>
    public static EndpointReply Stream(IEnumerable<string> texts, string? finish = "stop", bool usage = true)
    {
        var events = texts.Select(text => Event(Delta(new JsonObject { ["content"] = text }, finish: null))).ToList();
        if (finish is not null)
        {
            events.Add(Event(Delta([], finish)));
        }

        if (usage)
        {
            events.Add(Event(Usage()));
        }

        return Raw([.. events, "data: [DONE]\n\n"]);
    }

    /// <summary>A streamed answer of one text, word by word.</summary>
    public static EndpointReply Stream(string text) => Stream(Words(text));

    /// <summary>The beginning of a streamed answer, behind which nothing more comes until the client goes: what has a finish reason is a whole answer.</summary>
    public static EndpointReply Unfinished(params string[] texts) => Stream(texts, finish: null, usage: false) with { Gate = (texts.Length, new TaskCompletionSource().Task) };

    /// <summary>A streamed call of a function.</summary>
    public static EndpointReply Call(string function, string arguments)
    {
        var call = new JsonObject { ["index"] = 0, ["id"] = "call-1", ["type"] = "function", ["function"] = new JsonObject { ["name"] = function, ["arguments"] = arguments } };
        var delta = new JsonObject { ["role"] = "assistant", ["tool_calls"] = new JsonArray(call) };
        return Raw(Event(Delta(delta, finish: null)), Event(Delta([], "tool_calls")), Event(Usage()), "data: [DONE]\n\n");
    }

    /// <summary>Pieces of text as they are.</summary>
    public static EndpointReply Raw(params string[] pieces) => new() { Pieces = [.. pieces.Select(Encoding.UTF8.GetBytes)] };

    /// <summary>An answer in one JSON object.</summary>
    public static EndpointReply Json(string json, int status = 200) =>
        new() { Status = status, MediaType = "application/json", Pieces = [Encoding.UTF8.GetBytes(json)] };

    /// <summary>A whole answer that is not streamed.</summary>
    public static EndpointReply Completion(string text, string finish = "stop")
    {
        var completion = Head("chat.completion");
        completion["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        });
        completion["usage"] = Count();
        return Json(completion.ToJsonString());
    }

    /// <summary>A failure in OpenAI's form.</summary>
    public static EndpointReply Error(int status, string message = "no", string? code = null) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "error", ["code"] = code } }.ToJsonString(), status);

    /// <summary>Vectors, in the order of their texts.</summary>
    public static EndpointReply Vectors(IEnumerable<float[]> vectors)
    {
        var data = vectors.Select((vector, i) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = i,
            ["embedding"] = Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(vector)),
        });
        var usage = new JsonObject { ["prompt_tokens"] = 7, ["total_tokens"] = 7 };
        return Json(new JsonObject { ["object"] = "list", ["model"] = "scripted-vectors", ["data"] = new JsonArray([.. data]), ["usage"] = usage }.ToJsonString());
    }

    /// <summary>The same answer with a header more.</summary>
    public EndpointReply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };

    /// <summary>The same bytes in other pieces, cut anywhere: inside events, inside JSON and inside the bytes of a character.</summary>
    public EndpointReply Cut(int seed, int longest = 7)
    {
        var random = new Random(seed);
        var bytes = Pieces.SelectMany(piece => piece).ToArray();
        var pieces = new List<byte[]>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, longest + 1), bytes.Length - at);
            pieces.Add(bytes[at..(at + length)]);
            at += length;
        }

        return this with { Pieces = pieces };
    }

    /// <summary>A text as the pieces that models stream: words with the space in front of them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf(' ', at + 1) is var space and > 0 ? space : text.Length;
            yield return text[at..next];
            at = next;
        }
    }

    private static string Event(JsonNode json) => string.Create(CultureInfo.InvariantCulture, $"data: {json.ToJsonString(Relaxed)}\n\n");

    private static JsonObject Delta(JsonObject delta, string? finish)
    {
        var chunk = Head("chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish });
        return chunk;
    }

    private static JsonObject Usage()
    {
        var chunk = Head("chat.completion.chunk");
        chunk["choices"] = new JsonArray();
        chunk["usage"] = Count();
        return chunk;
    }

    private static JsonObject Count() => new()
    {
        ["prompt_tokens"] = 120,
        ["completion_tokens"] = 12,
        ["total_tokens"] = 132,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 64 },
    };

    private static JsonObject Head(string type) => new() { ["id"] = "chat-1", ["object"] = type, ["created"] = 1_767_225_600, ["model"] = "scripted-1" };

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
