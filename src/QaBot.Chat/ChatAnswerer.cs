using QaBot.Answering;
using QaBot.Chat.Gate;

namespace QaBot.Chat;

/// <summary>Has a model word the answers of one answerer; every question is a <see cref="ChatTurn"/> with its own time limit, cost and notice.</summary>
/// <param name="answerer">What searches, resolves by rules and answers where the model does not.</param>
/// <param name="generator">The model.</param>
/// <param name="options">How it is asked.</param>
internal sealed class ChatAnswerer(QuestionAnswerer answerer, AnswerGenerator generator, GenerationOptions options)
{
    /// <summary>What searches, resolves by rules and answers where the model does not.</summary>
    public QuestionAnswerer Answerer => answerer;

    /// <summary>The model.</summary>
    public AnswerGenerator Generator => generator;

    /// <summary>How it is asked.</summary>
    public GenerationOptions Options => options;

    /// <summary>The passages as prompts and the gate read them.</summary>
    public SourceReading Reading { get; } = new();

    /// <summary>A key or a model that is not taken is not tried again: it is named once, and answers come without the model from then on.</summary>
    public ChatFault? Lasting { get; set; }

    /// <summary>Begins a question; its time runs from here.</summary>
    public ChatTurn Begin(CancellationToken cancellationToken) => new(this, cancellationToken);
}
