namespace QaBot.Answering;

/// <summary>Carries questions through their steps in the place of <see cref="QuestionAnswerer"/> itself. QaBot.Chat has the one on Semantic Kernel.</summary>
public interface IAnswerOrchestrator
{
    /// <summary>Begins a question; its time runs from here.</summary>
    /// <param name="answerer">What is asked, and what answers without an orchestrator.</param>
    /// <param name="cancellationToken">Stops the answering.</param>
    internal IAnswerTurn Begin(QuestionAnswerer answerer, CancellationToken cancellationToken);
}
