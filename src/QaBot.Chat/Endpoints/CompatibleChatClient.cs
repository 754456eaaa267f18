using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// Reads what servers that are compatible with OpenAI's send otherwise: other finish reasons, and something else than a completion with status 200.
/// Refusals, which the adapter leaves out of a stream, become errors of it.
/// </summary>
internal sealed class CompatibleChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var isAnswer = false;
        ChatResponseUpdate? end = null;
        while (end is null)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (ArgumentOutOfRangeException e) when (e.ActualValue is string { Length: > 0 } reason && e.Message.Contains("ChatFinishReason", StringComparison.Ordinal))
            {
                // The package knows OpenAI's own reasons alone; others have other words for them.
                end = new ChatResponseUpdate { Role = ChatRole.Assistant, FinishReason = Reason(reason) };
            }

            var update = end ?? updates.Current;
            if (update.RawRepresentation is OpenAI.Chat.StreamingChatCompletionUpdate { RefusalUpdate: { Length: > 0 } refusal })
            {
                update.Contents.Add(new ErrorContent(refusal) { ErrorCode = "Refusal" });
            }

            isAnswer |= update.Contents.Count > 0 || update.FinishReason is not null || !string.IsNullOrEmpty(update.ResponseId);
            yield return update;
        }

        if (!isAnswer)
        {
            throw new InvalidDataException("There is no completion in what was sent: an error, a page, or an answer that is not streamed.");
        }
    }

    /// <summary>Reasons that other servers give; null for an unknown one, which is no regular end.</summary>
    private static ChatFinishReason? Reason(string reason) => reason switch
    {
        "eos" or "eos_token" or "stop_sequence" or "end_turn" => ChatFinishReason.Stop,
        "max_tokens" or "max_length" or "model_length" => ChatFinishReason.Length,
        _ => null,
    };
}
