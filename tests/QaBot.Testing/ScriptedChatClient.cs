using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace QaBot.Testing;

/// <summary>A model that says what the test tells it to, in memory.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock _lock = new();
    private readonly Func<int, IReadOnlyList<ChatMessage>, ScriptedReply> _script;

    /// <summary>A model that says one thing after the other, and the last one again and again.</summary>
    public ScriptedChatClient(params ScriptedReply[] replies) => _script = (request, _) => replies[Math.Min(request, replies.Length - 1)];

    /// <summary>A model that answers what it is asked.</summary>
    public ScriptedChatClient(Func<IReadOnlyList<ChatMessage>, ScriptedReply> script) => _script = (_, messages) => script(messages);

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
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> sent = [.. messages];
        var reply = Next(sent);
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

        if (reply.Remark is { } remark)
        {
            last.AdditionalProperties = new() { ["QaBot.Remark"] = remark };
        }

        yield return last;
    }

    private ScriptedReply Next(List<ChatMessage> sent)
    {
        lock (_lock)
        {
            Requests.Add(sent);
            return _script(Requests.Count - 1, sent);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "scripted-1") : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
