using Microsoft.Extensions.AI;

namespace QaBot.Answering.Chat;

/// <summary>Renders prompts and has a model answer them. What comes out is proposed text: it is shown when it has passed the gate.</summary>
/// <remarks>The port of orchestrators: the built-in one, and Semantic Kernel's in the full build. Implementations render the same files.</remarks>
public interface IAnswerGenerator
{
    /// <summary>The orchestrator's name as answers report it.</summary>
    string Name { get; }

    /// <summary>The model's name.</summary>
    string Model { get; }

    /// <summary>Whether the model may look further by itself: a part of the budget is then left to what it finds.</summary>
    bool LooksFurther => false;

    /// <summary>The messages that <see cref="GenerateAsync"/> would send: what is counted against the token budget.</summary>
    IReadOnlyList<ChatMessage> Render(GenerationRequest request);

    /// <summary>Streams the model's answer, usage and finish reason included.</summary>
    /// <exception cref="ChatFaultException">The call failed, at its beginning or in the middle.</exception>
    IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default);
}
