using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Endpoints;

namespace QaBot.Chat;

/// <summary>Reads one answer of a model to its end, its fault or the limit: what goes wrong is recorded, not thrown.</summary>
internal sealed class ModelReading(AnswerGenerator generator, GenerationRequest request)
{
    private int _written;
    private bool _hasText;
    private bool _hasFinished;
    private ChatFinishReason? _finish;

    /// <summary>What went wrong, or null.</summary>
    public AnswerNotice? Fault { get; private set; }

    /// <summary>A setting that was not kept, since the endpoint refused it, or null.</summary>
    public AnswerNotice? Remark { get; private set; }

    /// <summary>What the endpoint reported, or null.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>Estimated tokens of the text that was read.</summary>
    public int Written => _written;

    /// <summary>Whether anything was received.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether the text is whole: the model ended it.</summary>
    public bool IsComplete => Fault is null && _finish != ChatFinishReason.Length;

    /// <summary>The text, piece by piece.</summary>
    /// <param name="deadline">Cancelled at the end of the time.</param>
    /// <param name="cancellationToken">The caller's: its cancellation is thrown.</param>
    public async IAsyncEnumerable<string> ReadAsync(CancellationToken deadline, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = generator.GenerateAsync(request, deadline).GetAsyncEnumerator(deadline);
        while (await MoveNextAsync(updates, cancellationToken).ConfigureAwait(false))
        {
            var update = updates.Current;
            HasBegun = true;
            _finish = update.FinishReason ?? _finish;
            if (update.AdditionalProperties?.TryGetValue(CompatibleChatClient.Remark, out string? remark) == true)
            {
                Remark = new AnswerNotice(ChatFault.BadRequest, remark!);
            }

            foreach (var content in update.Contents)
            {
                Take(content);
            }

            var text = update.Text;
            _written += text.Length == 0 ? 0 : TokenEstimate.Of(text);
            if (text.Length > 0)
            {
                _hasText = true;
                yield return text;
            }

            if (_written > request.MostTokens)
            {
                Stop(ChatFault.Runaway);
                yield break;
            }
        }

        Conclude();
    }

    /// <summary>Records why reading stopped.</summary>
    public void Stop(ChatFault fault) => Fault ??= Notices.Of(fault);

    private void Take(AIContent content)
    {
        if (content is UsageContent usage)
        {
            (Usage ??= new UsageDetails()).Add(usage.Details);
        }
        else if (content is TextReasoningContent { Text.Length: > 0 } reasoning)
        {
            // It counts for the limit, and is no part of the text.
            _written += TokenEstimate.Of(reasoning.Text);
        }
        else if (content is ErrorContent)
        {
            Stop(ChatFault.Filtered);
        }
    }

    private void Conclude()
    {
        if (_finish == ChatFinishReason.ContentFilter)
        {
            Stop(ChatFault.Filtered);
        }
        else if (_hasFinished && _finish is null)
        {
            Stop(ChatFault.Cut);
        }
        else if (_hasFinished && !_hasText)
        {
            Stop(ChatFault.Empty);
        }
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            _hasFinished = !await updates.MoveNextAsync().ConfigureAwait(false);
            return !_hasFinished;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Stop(ChatFault.TimedOut);
        }
        catch (ChatFaultException e)
        {
            Fault ??= new AnswerNotice(e.Fault, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An adapter of another provider may throw anything; a question is answered all the same.
            Stop(ChatFault.Failed);
        }

        return false;
    }
}
