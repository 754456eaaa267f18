using System.Text.Json;

namespace QaBot.Testing.Endpoints;

/// <summary>
/// A server that checks requests before it answers: what the protocol does not allow gets a 400 that names nothing, and what this server in particular
/// refuses gets the error of a real one of its kind.
/// </summary>
/// <param name="text">The answer to a request that is taken.</param>
/// <param name="refusals">What is refused.</param>
public sealed class StrictEndpoint(string text, params StrictRefusal[] refusals)
{
    private static readonly HashSet<string> Known =
        ["model", "messages", "max_completion_tokens", "max_tokens", "temperature", "stream", "stream_options", "tools", "tool_choice", "parallel_tool_calls"];

    /// <summary>Answers a request.</summary>
    public EndpointReply Answer(EndpointRequest request) =>
        !IsOfProtocol(request.Json) ? EndpointReply.Error(400, "Bad request.")
        : refusals.FirstOrDefault(refusal => refusal.Refuses(request.Json)) is { } refusal ? EndpointReply.Json(refusal.Error, refusal.Status)
        : IsStreamed(request.Json) ? EndpointReply.Stream(text)
        : EndpointReply.Completion(text);

    private static bool IsStreamed(JsonElement request) => request.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    private static bool IsOfProtocol(JsonElement request)
    {
        var messages = request.GetProperty("messages").EnumerateArray().ToList();
        return request.EnumerateObject().All(field => Known.Contains(field.Name))
            && request.GetProperty("model").GetString()!.Length > 0
            && !(request.TryGetProperty("max_tokens", out _) && request.TryGetProperty("max_completion_tokens", out _))
            && (IsStreamed(request) || !request.TryGetProperty("stream_options", out _))
            && (request.TryGetProperty("tools", out _) || !request.TryGetProperty("tool_choice", out _))
            && messages.Count > 0
            && messages.All(message => message.GetProperty("content").ValueKind == JsonValueKind.String && message.GetProperty("content").GetString()!.Length > 0)
            && messages.Exists(message => message.GetProperty("role").GetString() == "user");
    }
}
