using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// Says what the client library does not: a refusal, which it leaves out of a stream, becomes an error of it; a count that the endpoint left out is
/// unknown; a setting that was not kept, since the endpoint refused it, is named.
/// </summary>
internal sealed class CompatibleChatClient(IChatClient inner, EndpointHabits habits) : DelegatingChatClient(inner)
{
    /// <summary>The property of an update that names a setting which was not kept, and the remedy.</summary>
    public const string Remark = "QaBot.Remark";

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        if (response.Usage is { } usage)
        {
            Correct(usage);
        }

        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            if (update.RawRepresentation is OpenAI.Chat.StreamingChatCompletionUpdate { RefusalUpdate: { Length: > 0 } refusal })
            {
                update.Contents.Add(new ErrorContent(refusal) { ErrorCode = "Refusal" });
            }

            foreach (var usage in update.Contents.OfType<UsageContent>())
            {
                Correct(usage.Details);
            }

            if (habits.TakeNews() is { } part)
            {
                (update.AdditionalProperties ??= [])[Remark] = $"The model's endpoint does not take {RequestAdapter.NameOf(part)} and was asked without: {RequestAdapter.RemedyOf(part)}.";
            }

            yield return update;
        }
    }

    private static void Correct(UsageDetails usage)
    {
        usage.InputTokenCount = Known(usage.InputTokenCount);
        usage.OutputTokenCount = Known(usage.OutputTokenCount);
        usage.TotalTokenCount = Known(usage.TotalTokenCount);
    }

    private static long? Known(long? count) => count == TokenCounts.Unknown ? null : count;
}
