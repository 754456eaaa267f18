using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using QaBot.Answering;

namespace QaBot.Chat;

/// <summary>
/// Carries questions through their steps on a kernel of Semantic Kernel: resolve, search, word or read, verify. Each is a function that the kernel's
/// filters see. With a model, that words; without one, the offline answerer reads.
/// </summary>
/// <remarks>One orchestrator may serve several answerers. Safe for concurrent use.</remarks>
public sealed class KernelOrchestrator : IAnswerOrchestrator
{
    private readonly Kernel _kernel;
    private readonly AnswerGenerator? _generator;
    private readonly GenerationOptions _options;
    private readonly ConditionalWeakTable<QuestionAnswerer, Served> _served = [];

    /// <summary>Creates an orchestrator without a model.</summary>
    /// <param name="kernel">A kernel; its filters see every step.</param>
    /// <param name="log">Where calls are logged, or null for nowhere.</param>
    public KernelOrchestrator(Kernel kernel, ILogger? log = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        (_kernel, _options) = (FunctionCallLog.AddTo(kernel, log), new GenerationOptions());
    }

    /// <summary>Creates an orchestrator with a model, on the model's kernel.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="options">How it is asked, or null for the defaults.</param>
    public KernelOrchestrator(AnswerGenerator generator, GenerationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        (_kernel, _generator, _options) = (generator.Kernel, generator, options ?? new GenerationOptions());
    }

    /// <inheritdoc/>
    IAnswerTurn IAnswerOrchestrator.Begin(QuestionAnswerer answerer, CancellationToken cancellationToken)
    {
        var served = _served.GetValue(answerer, Serve);
        return new KernelTurn(served.Kernel, served.Chat?.Begin(cancellationToken) ?? (IAnswerTurn)new OfflineTurn(answerer, cancellationToken), cancellationToken);
    }

    private Served Serve(QuestionAnswerer answerer)
    {
        var kernel = _kernel.Clone();
        kernel.Plugins.AddQaBotSteps(answerer);
        return new Served(kernel, _generator is null ? null : new ChatAnswerer(answerer, _generator, _options));
    }

    /// <summary>What is made once for an answerer.</summary>
    private sealed record Served(Kernel Kernel, ChatAnswerer? Chat);
}
