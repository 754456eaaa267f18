using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Web.Completions;

/// <summary>The body of <c>POST /v1/chat/completions</c>, as far as it is heeded; what else clients send about models (temperature, stop, tools …) has no meaning here.</summary>
internal sealed record CompletionRequest : IJsonOnDeserialized
{
    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The messages, oldest first.</summary>
    public IReadOnlyList<CompletionMessage?>? Messages { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool? Stream { get; init; }

    /// <summary>How it is streamed.</summary>
    public CompletionStreamOptions? StreamOptions { get; init; }

    /// <summary>How many answers are wanted; <c>1.0</c> is one.</summary>
    public double? N { get; init; }

    /// <summary>The form that the answer has to have.</summary>
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Whether the answer may be text.</summary>
    [JsonIgnore]
    public bool IsForText => ResponseFormat is not { ValueKind: JsonValueKind.Object } form
        || (form.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "text");

    /// <summary>What is kept as JSON is read once here: a text that is no UTF-8, or half a character, is a fault of the body.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        try
        {
            _ = (Messages?.Select(message => message?.Text()).ToList(), IsForText);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(message: null, e);
        }
    }
}
