using QaBot.Chunking;
using QaBot.Conversations;
using QaBot.Text;

namespace QaBot.Answering.Chat;

/// <summary>Has a model word answers; every question is a <see cref="ChatTurn"/> with its own time limit, cost and notice.</summary>
internal sealed class ChatAnswerer(Corpus corpus, IAnswerGenerator generator, GenerationOptions options, FollowUpResolver rules, TimeProvider time)
{
    /// <summary>The documents.</summary>
    public Corpus Corpus => corpus;

    /// <summary>The model.</summary>
    public IAnswerGenerator Generator => generator;

    /// <summary>How it is asked.</summary>
    public GenerationOptions Options => options;

    /// <summary>What resolves follow-ups where the model does not.</summary>
    public FollowUpResolver Rules => rules;

    /// <summary>The best passages for a query, at most so many.</summary>
    public required Func<string, int, IReadOnlyList<Passage>> Search { get; init; }

    /// <summary>The passage of an id, or null.</summary>
    public required Func<string, Passage?> Find { get; init; }

    /// <summary>The passages as prompts and the gate read them.</summary>
    public SourceReading Reading { get; } = new();

    /// <summary>A key or a model that is not taken is not tried again: it is named once, and answers come without the model from then on.</summary>
    public ChatFault? Lasting { get; set; }

    /// <summary>Begins a question; its time runs from here.</summary>
    public ChatTurn Begin(CancellationToken cancellationToken) => new(this, time, cancellationToken);
}
