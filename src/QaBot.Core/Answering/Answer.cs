using QaBot.Citations;

namespace QaBot.Answering;

/// <summary>The answer to one question, or why there is none.</summary>
public sealed record Answer
{
    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question as it was read, when a follow-up was rewritten from the conversation; else null.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Answered, abstained or refused.</summary>
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>Why there is no answer; set when, and only when, the outcome is <see cref="AnswerOutcome.Abstained"/>.</summary>
    public AbstentionReason? Reason { get; init; }

    /// <summary>Why the question was refused, as a sentence with the remedy; set when, and only when, it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>What <see cref="Refusal"/> is about; null where it is of no kind.</summary>
    public RefusalKind? RefusalKind { get; init; }

    /// <summary>The sentences of the answer, each followed by the marker <c>[n]</c> of its citation.</summary>
    public required string Text { get; init; }

    /// <summary>The answer in a few words, where the kind of question has one.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>How sure the answerer is that the answer is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The citations, numbered from 1 in the order of their markers.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The sentences that came nearest to an answer, best first, numbered from 1; only for an abstention, and none where nothing is near.</summary>
    public IReadOnlyList<Citation> Nearest { get; init; } = [];

    /// <summary>What the asker should know of the answer, as a sentence: the part of the question that has none, that a list may be longer, that
    /// the question is not English. Null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>What <see cref="Hint"/> is about; null where it is of no kind.</summary>
    public HintKind? HintKind { get; init; }

    /// <summary>What its kind leaves open: the language, the part without an answer; else null.</summary>
    public string? HintSubject { get; init; }

    /// <summary>Questions that the source answers, for one who asked something that is none of the source.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What produced the answer.</summary>
    public required EngineInfo Engine { get; init; }

    /// <summary>What the model's part cost; null where no model was reached.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What went wrong with the model and what was done about it; null where nothing did or there is no model.</summary>
    public AnswerNotice? Notice { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
