using QaBot.Chunking;
using QaBot.Citations;

namespace QaBot.Answering;

/// <summary>What an answerer proposes; it becomes an answer when the verifier has passed it.</summary>
/// <param name="Outcome">Answered or abstained.</param>
/// <param name="Reason">Why there is no answer.</param>
/// <param name="Text">Sentences with markers.</param>
/// <param name="ShortAnswer">The answer in a few words, or null.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Citations">Numbered from 1.</param>
internal sealed record AnswerDraft(
    AnswerOutcome Outcome, AbstentionReason? Reason, string Text, string? ShortAnswer, double Confidence, IReadOnlyList<Citation> Citations)
{
    /// <summary>No answer.</summary>
    public static AnswerDraft Abstain(AbstentionReason reason, double confidence = 0) =>
        new(AnswerOutcome.Abstained, reason, Abstention.Sentence(reason), ShortAnswer: null, confidence, []);

    /// <summary>The answer to the question as asked.</summary>
    public Answer ToAnswer(string question, string? readAs, IReadOnlyList<Passage> nearest, EngineInfo engine) => new()
    {
        Question = question,
        ReadAs = readAs,
        Outcome = Outcome,
        Reason = Reason,
        Text = Text,
        ShortAnswer = ShortAnswer,
        Confidence = Confidence,
        Citations = Citations,
        Nearest = nearest,
        Engine = engine,
    };
}
