using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace QaBot.Chat;

/// <summary>A kernel function as a model calls it: through the kernel, so that its filters see the call, and ended when the model will not stop.</summary>
/// <param name="function">The function.</param>
/// <param name="kernel">The kernel whose filters see the call.</param>
/// <param name="shelf">What counts the calls.</param>
internal sealed class ShelfFunction(KernelFunction function, Kernel kernel, PassageShelf shelf) : DelegatingAIFunction(function)
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var result = await function.InvokeAsync(kernel, new KernelArguments(arguments), cancellationToken).ConfigureAwait(false);

        // It was told once that there is no more.
        if (shelf.Calls > PassageShelf.MostCalls + 1 && FunctionInvokingChatClient.CurrentContext is { } context)
        {
            context.Terminate = true;
        }

        return result.GetValue<object>();
    }
}
