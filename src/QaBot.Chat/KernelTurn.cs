using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Retrieval;

namespace QaBot.Chat;

/// <summary>One question, each of whose steps is a call of a kernel's function.</summary>
/// <remarks>
/// The functions take and give text, for filters and other programs to read. What passes from step to step is here: the functions find their turn in
/// the kernel's data.
/// </remarks>
internal sealed class KernelTurn : IAnswerTurn
{
    private const string Key = "QaBot.Turn";
    private readonly Kernel _kernel;
    private readonly CancellationToken _cancellation;
    private bool _isWorded;

    /// <summary>Begins a question.</summary>
    /// <param name="kernel">A kernel with the functions of <see cref="StepsPlugin"/>.</param>
    /// <param name="inner">What does the steps.</param>
    /// <param name="cancellationToken">Stops them.</param>
    public KernelTurn(Kernel kernel, IAnswerTurn inner, CancellationToken cancellationToken)
    {
        (_kernel, Inner, _cancellation) = (kernel.Clone(), inner, cancellationToken);
        _kernel.Data[Key] = this;
    }

    /// <summary>What does the steps.</summary>
    public IAnswerTurn Inner { get; }

    /// <summary>What was asked before.</summary>
    public Conversation? Conversation { get; private set; }

    /// <summary>What the search has found.</summary>
    public Retrieved? Found { get; set; }

    /// <summary>What reading came to, and then what is to be verified.</summary>
    public Conclusion? Conclusion { get; set; }

    /// <summary>What the verifier left of it.</summary>
    public AnswerDraft? Verified { get; set; }

    /// <summary>The turn that a kernel's function is called for; null where another program calls it.</summary>
    public static KernelTurn? Of(Kernel kernel) => kernel.Data.TryGetValue(Key, out var turn) ? turn as KernelTurn : null;

    /// <inheritdoc/>
    public async Task<string?> ResolveAsync(string question, Conversation? conversation)
    {
        Conversation = conversation;
        var read = await InvokeAsync(StepsPlugin.Resolve, new KernelArguments { ["question"] = question }).ConfigureAwait(false);
        return read == question ? null : read;
    }

    /// <inheritdoc/>
    public async Task<Retrieved> SearchAsync(string read)
    {
        await InvokeAsync(StepsPlugin.Search, new KernelArguments { ["question"] = read }).ConfigureAwait(false);
        return Found!;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<VerifiedSentence> WordAsync(string read, Retrieved found)
    {
        if (Inner is not ChatTurn)
        {
            yield break;
        }

        var arguments = new KernelArguments { ["question"] = read };
        await foreach (var sentence in _kernel.InvokeStreamingAsync<VerifiedSentence>(StepsPlugin.Name, StepsPlugin.Word, arguments, _cancellation).ConfigureAwait(false))
        {
            _isWorded = true;
            yield return sentence;
        }
    }

    /// <inheritdoc/>
    public async Task<Conclusion> ConcludeAsync(string read, Retrieved found)
    {
        if (_isWorded)
        {
            return await Inner.ConcludeAsync(read, found).ConfigureAwait(false);
        }

        await InvokeAsync(StepsPlugin.Read, new KernelArguments { ["question"] = read }).ConfigureAwait(false);
        return Conclusion!;
    }

    /// <inheritdoc/>
    public async Task<AnswerDraft> VerifyAsync(string read, AnswerDraft draft)
    {
        Conclusion = new Conclusion(draft);
        await InvokeAsync(StepsPlugin.Verify, new KernelArguments { ["question"] = read, ["answer"] = draft.Text }).ConfigureAwait(false);
        return Verified!;
    }

    /// <inheritdoc/>
    public void Dispose() => Inner.Dispose();

    private Task<string?> InvokeAsync(string step, KernelArguments arguments) =>
        _kernel.InvokeAsync<string>(StepsPlugin.Name, step, arguments, _cancellation);
}
