using System.Text.Json;

namespace QaBot.Web.Completions;

/// <summary>The body of <c>POST /v1/chat/completions</c>, as far as it is heeded; what else clients send about models (temperature, stop, tools …) has no meaning here.</summary>
internal sealed record CompletionRequest
{
    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The messages, oldest first.</summary>
    public IReadOnlyList<CompletionMessage>? Messages { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool? Stream { get; init; }

    /// <summary>How it is streamed.</summary>
    public CompletionStreamOptions? StreamOptions { get; init; }

    /// <summary>How many answers are wanted.</summary>
    public int? N { get; init; }

    /// <summary>The form that the answer has to have.</summary>
    public JsonElement? ResponseFormat { get; init; }
}
