using Microsoft.Extensions.AI;

namespace QaBot.Answering.Chat;

/// <summary>The built-in orchestrator: prompt files and any <see cref="IChatClient"/>.</summary>
/// <param name="client">The model.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="temperature">0 to 2; null leaves it to the model.</param>
public sealed class ChatAnswerGenerator(IChatClient client, PromptLibrary prompts, float? temperature = 0) : IAnswerGenerator
{
    /// <inheritdoc/>
    public string Name => "chat";

    /// <inheritdoc/>
    public string Model { get; } = (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";

    /// <inheritdoc/>
    public IReadOnlyList<ChatMessage> Render(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return prompts.Render(request.Prompts, request.Values);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { MaxOutputTokens = request.MaxOutputTokens, Temperature = temperature };
        return client.GetStreamingResponseAsync(Render(request), options, cancellationToken);
    }
}
