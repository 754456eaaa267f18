using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using FinishReason = OpenAI.Chat.ChatFinishReason;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace QaBot.OpenAI;

/// <summary>Text chat over the OpenAI package. Microsoft's own adapter, <c>client.AsIChatClient()</c>, can take its place.</summary>
/// <param name="client">The package's client, for one model.</param>
/// <param name="endpoint">Its address.</param>
/// <param name="model">The model's name.</param>
public sealed class OpenAIChatClient(ChatClient client, Uri endpoint, string model) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("openai", endpoint, model);

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatCompletion completion = await client.CompleteChatAsync([.. messages.Select(Message)], Options(options), cancellationToken).ConfigureAwait(false);
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. Texts(completion.Content)]))
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = Reason(completion.FinishReason),
            Usage = completion.Usage is { } usage ? Usage(usage) : null,
            RawRepresentation = completion,
        };
        if (!string.IsNullOrEmpty(completion.Refusal))
        {
            response.Messages[0].Contents.Add(new ErrorContent(completion.Refusal) { ErrorCode = "Refusal" });
        }

        return response;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var streaming = client.CompleteChatStreamingAsync([.. messages.Select(Message)], Options(options), cancellationToken);
        await foreach (var update in streaming.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Update(update);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(ChatClient) ? client
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing to dispose of: connections belong to the package's client.</summary>
    public void Dispose()
    {
    }

    private static ChatResponseUpdate Update(StreamingChatCompletionUpdate update)
    {
        var contents = new List<AIContent>(Texts(update.ContentUpdate));
        if (!string.IsNullOrEmpty(update.RefusalUpdate))
        {
            contents.Add(new ErrorContent(update.RefusalUpdate) { ErrorCode = "Refusal" });
        }

        if (update.Usage is { } usage)
        {
            contents.Add(new UsageContent(Usage(usage)));
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ResponseId = update.CompletionId,
            MessageId = update.CompletionId,
            ModelId = update.Model,
            CreatedAt = update.CreatedAt,
            FinishReason = update.FinishReason is { } reason ? Reason(reason) : null,
            RawRepresentation = update,
        };
    }

    private static IEnumerable<AIContent> Texts(ChatMessageContent content) =>
        content.Where(part => part.Kind == ChatMessageContentPartKind.Text && !string.IsNullOrEmpty(part.Text)).Select(part => new TextContent(part.Text));

    private static OpenAIMessage Message(ChatMessage message)
    {
        if (message.Contents.Any(content => content is not TextContent))
        {
            throw new NotSupportedException("Messages are text.");
        }

        return message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
            : message.Role == ChatRole.User ? new UserChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
            : throw new NotSupportedException($"There is no role {message.Role}.");
    }

    private static ChatCompletionOptions Options(ChatOptions? options)
    {
        if (options?.Tools is { Count: > 0 } || options?.ResponseFormat is not (null or ChatResponseFormatText))
        {
            throw new NotSupportedException("There are no tools and no formats but text.");
        }

        var mapped = new ChatCompletionOptions
        {
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            MaxOutputTokenCount = options?.MaxOutputTokens,
            FrequencyPenalty = options?.FrequencyPenalty,
            PresencePenalty = options?.PresencePenalty,
        };
        foreach (var stop in options?.StopSequences ?? [])
        {
            mapped.StopSequences.Add(stop);
        }

        return mapped;
    }

    private static Microsoft.Extensions.AI.ChatFinishReason Reason(FinishReason reason) => reason switch
    {
        FinishReason.Stop => Microsoft.Extensions.AI.ChatFinishReason.Stop,
        FinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        FinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        _ => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
    };

    private static UsageDetails Usage(ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };
}
