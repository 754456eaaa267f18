using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Chat.Prompts;

namespace QaBot.Chat;

/// <summary>A model with its prompts, and functions by which it may look further. What comes out is proposed text: it is shown when it has passed the gate.</summary>
public sealed class AnswerGenerator
{
    /// <summary>The answerer's name where answers are worded.</summary>
    public const string Name = "chat";

    private readonly IChatClient _client;
    private readonly PromptLibrary _prompts;
    private readonly float? _temperature;
    private readonly ThinkingHabit _habit = new();

    /// <summary>Creates the generator.</summary>
    /// <param name="kernel">A kernel with a chat client; <see cref="KernelOver"/> makes one. Its filters see every step and every function that the model calls.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="temperature">0 to 2; null leaves it to the model.</param>
    /// <param name="log">Where calls are logged, or null for nowhere.</param>
    public AnswerGenerator(Kernel kernel, PromptLibrary prompts, float? temperature = 0, ILogger? log = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(prompts);
        Kernel = FunctionCallLog.AddTo(kernel, log);
        _client = Kernel.GetRequiredService<IChatClient>();
        (_prompts, _temperature) = (prompts, temperature);
        Model = (_client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The kernel, with the log's filter.</summary>
    internal Kernel Kernel { get; }

    /// <summary>A kernel over any chat client; functions that its model calls are invoked.</summary>
    public static Kernel KernelOver(IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new Kernel(new ChatService(client.AsBuilder().UseKernelFunctionInvocation().Build()));
    }

    /// <summary>The messages that <see cref="GenerateAsync"/> would send: what is counted against the token budget.</summary>
    public IReadOnlyList<ChatMessage> Render(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _prompts.Render(request.Prompts, request.Values);
    }

    /// <summary>Streams the model's answer, usage and finish reason included.</summary>
    /// <exception cref="ChatFaultException">The call failed, at its beginning or in the middle.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = new ChatOptions { MaxOutputTokens = request.MaxOutputTokens, Temperature = _temperature };
        if (request.Shelf is { } shelf)
        {
            var plugin = KernelPluginFactory.CreateFromObject(new PassagesPlugin(shelf), PassagesPlugin.Name);
            options.Tools = [.. plugin.AsAIFunctions(Kernel).OfType<KernelFunction>().Select(function => new ShelfFunction(function, Kernel, shelf))];
        }

        return Reasoning.Apart(_client.GetStreamingResponseAsync(Render(request), options, cancellationToken), _habit, request.MostTokens, cancellationToken);
    }
}
