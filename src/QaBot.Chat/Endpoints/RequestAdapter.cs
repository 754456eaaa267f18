using System.Text.Json.Nodes;

namespace QaBot.Chat.Endpoints;

/// <summary>Writes a request without the parts that an endpoint refuses.</summary>
internal static class RequestAdapter
{
    /// <summary>The names on the wire; the first is what notices call a part.</summary>
    private static readonly Dictionary<ChatRequestPart, string[]> Names = new()
    {
        [ChatRequestPart.MaxCompletionTokens] = ["max_completion_tokens"],
        [ChatRequestPart.MaxTokens] = ["max_tokens"],
        [ChatRequestPart.StreamOptions] = ["stream_options"],
        [ChatRequestPart.Temperature] = ["temperature"],
        [ChatRequestPart.Stream] = ["stream", "stream_options"],
        [ChatRequestPart.Tools] = ["tools", "tool_choice", "parallel_tool_calls"],
        [ChatRequestPart.SystemRole] = ["the role system"],
        [ChatRequestPart.ConsecutiveMessages] = ["two messages of one role in a row"],
    };

    /// <summary>What a part is called in a notice.</summary>
    public static string NameOf(ChatRequestPart part) => Names[part][0];

    /// <summary>The setting that leaves a part out from the first.</summary>
    public static string RemedyOf(ChatRequestPart part) => part switch
    {
        ChatRequestPart.Temperature => "set Chat:Temperature to -1",
        ChatRequestPart.Tools => "set Generation:LookFurther to false",
        _ => $"add {part} to Chat:LeaveOut",
    };

    /// <summary>The request without parts of it. The content of a message, a list of text with the OpenAI package, becomes a text, which every server takes.</summary>
    /// <param name="request">The request; it is not changed.</param>
    /// <param name="parts">What is left out.</param>
    public static JsonObject Without(JsonObject request, IReadOnlySet<ChatRequestPart> parts)
    {
        var adapted = request.DeepClone().AsObject();
        Limit(adapted, parts);
        foreach (var name in parts.Where(part => part is not (ChatRequestPart.MaxCompletionTokens or ChatRequestPart.MaxTokens)).SelectMany(part => Names[part]))
        {
            adapted.Remove(name);
        }

        if (adapted["messages"] is JsonArray messages)
        {
            Flatten(messages);
            if (parts.Contains(ChatRequestPart.SystemRole))
            {
                Fold(messages);
            }

            if (parts.Contains(ChatRequestPart.ConsecutiveMessages))
            {
                Merge(messages);
            }
        }

        return adapted;
    }

    /// <summary>Whether a message is one of rules.</summary>
    public static bool IsOfSystem(JsonNode? message) => RoleOf(message) is "system" or "developer";

    /// <summary>Whether two messages that follow each other have one role.</summary>
    public static bool HasConsecutive(JsonArray messages) => Enumerable.Range(1, Math.Max(0, messages.Count - 1)).Any(i => IsSame(messages[i - 1], messages[i]));

    /// <summary>The limit by the name it came with, else by the other one, else not at all.</summary>
    private static void Limit(JsonObject request, IReadOnlySet<ChatRequestPart> parts)
    {
        var (completion, plain) = (NameOf(ChatRequestPart.MaxCompletionTokens), NameOf(ChatRequestPart.MaxTokens));
        var isPlain = request[plain] is not null;
        var limit = (request[completion] ?? request[plain])?.DeepClone();
        request.Remove(completion);
        request.Remove(plain);
        (ChatRequestPart, string)[] names = [(ChatRequestPart.MaxCompletionTokens, completion), (ChatRequestPart.MaxTokens, plain)];
        if (limit is not null && (isPlain ? names.Reverse() : names).FirstOrDefault(name => !parts.Contains(name.Item1)).Item2 is { } sent)
        {
            request[sent] = limit;
        }
    }

    private static void Flatten(JsonArray messages)
    {
        foreach (var message in messages.OfType<JsonObject>())
        {
            if (message["content"] is JsonArray { Count: > 0 } content && content.All(part => part?["text"] is JsonValue))
            {
                message["content"] = string.Concat(content.Select(part => part!["text"]!.GetValue<string>()));
            }
        }
    }

    private static void Fold(JsonArray messages)
    {
        var rules = messages.Where(IsOfSystem).ToList();
        foreach (var rule in rules)
        {
            messages.Remove(rule);
        }

        var text = string.Join("\n\n", rules.Select(TextOf));
        if (text.Length > 0 && messages.FirstOrDefault(message => RoleOf(message) == "user") is JsonObject first)
        {
            first["content"] = $"{text}\n\n{TextOf(first)}";
        }
        else if (text.Length > 0)
        {
            messages.Insert(0, new JsonObject { ["role"] = "user", ["content"] = text });
        }
    }

    private static void Merge(JsonArray messages)
    {
        for (var i = messages.Count - 1; i > 0; i--)
        {
            if (IsSame(messages[i - 1], messages[i]))
            {
                messages[i - 1]!["content"] = $"{TextOf(messages[i - 1])}\n\n{TextOf(messages[i])}";
                messages.RemoveAt(i);
            }
        }
    }

    /// <summary>Answers to calls of functions stay apart, each has its call.</summary>
    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        RoleOf(one) is "user" or "system" && RoleOf(one) == RoleOf(other) && one!["content"] is JsonValue && other!["content"] is JsonValue;

    private static string? RoleOf(JsonNode? message) => message?["role"]?.GetValue<string>();

    private static string TextOf(JsonNode? message) => message?["content"]?.GetValue<string>() ?? "";
}
