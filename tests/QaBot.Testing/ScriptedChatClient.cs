using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace QaBot.Testing;

/// <summary>A model that says what the test tells it to, in memory.</summary>
/// <param name="replies">What it says to each request in turn; the last one again and again.</param>
public sealed class ScriptedChatClient(params ScriptedReply[] replies) : IChatClient
{
    /// <summary>The messages of every request so far.</summary>
    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    /// <summary>The options of the last request.</summary>
    public ChatOptions? Options { get; private set; }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reply = replies[Math.Min(Requests.Count, replies.Length - 1)];
        Requests.Add([.. messages]);
        Options = options;
        foreach (var piece in reply.Pieces)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }

        if (reply.Gate is { } gate)
        {
            await gate.WaitAsync(cancellationToken);
        }

        if (reply.Fault is { } fault)
        {
            throw fault;
        }

        var last = new ChatResponseUpdate { FinishReason = reply.Finish };
        if (reply.Usage is { } usage)
        {
            last.Contents.Add(new UsageContent(usage));
        }

        yield return last;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "scripted-1") : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
