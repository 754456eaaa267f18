using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using QaBot.Answering.Chat;

namespace QaBot.SemanticKernel;

/// <summary>The orchestrator of Semantic Kernel: prompt files in its template engine, its chat service, and functions that the model may call.</summary>
public sealed class KernelAnswerGenerator : IAnswerGenerator
{
    private readonly Kernel _kernel;
    private readonly IChatClient _client;
    private readonly KernelPrompts _prompts;
    private readonly float? _temperature;

    /// <summary>Creates the orchestrator.</summary>
    /// <param name="kernel">A kernel with a chat client; <see cref="Over"/> makes one.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="temperature">0 to 2; null leaves it to the model.</param>
    /// <param name="log">Where function calls are logged, or null for nowhere.</param>
    public KernelAnswerGenerator(Kernel kernel, KernelPrompts prompts, float? temperature = 0, ILogger? log = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(prompts);
        _kernel = kernel.Clone();
        _kernel.FunctionInvocationFilters.Add(new FunctionCallLog(log ?? NullLogger.Instance));
        _client = _kernel.GetRequiredService<IChatClient>();
        (_prompts, _temperature) = (prompts, temperature);
        Model = (_client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";
    }

    /// <inheritdoc/>
    public string Name => "semantic-kernel";

    /// <inheritdoc/>
    public string Model { get; }

    /// <inheritdoc/>
    public bool LooksFurther => true;

    /// <summary>A kernel over any chat client; functions that its model calls are invoked.</summary>
    public static Kernel Over(IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(
            client.GetService(typeof(FunctionInvokingChatClient)) is null ? client.AsBuilder().UseKernelFunctionInvocation().Build() : client);
        return builder.Build();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChatMessage> Render(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _prompts.Render(_kernel, request.Prompts, request.Values);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { MaxOutputTokens = request.MaxOutputTokens, Temperature = _temperature };
        if (request.Shelf is { } shelf)
        {
            var plugin = KernelPluginFactory.CreateFromObject(new PassagesPlugin(shelf), PassagesPlugin.Name);
            options.Tools = [.. plugin.AsAIFunctions(_kernel).OfType<KernelFunction>().Select(function => new ShelfFunction(function, _kernel, shelf))];
        }

        return _client.GetStreamingResponseAsync(Render(request), options, cancellationToken);
    }
}
