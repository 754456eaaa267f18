namespace QaBot.Evaluation.Questions;

/// <summary>One row of a question set: a question and what counts as a right answer to it.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>Its id, unique in the set; it decides the half.</summary>
    public required string Id { get; init; }

    /// <summary>The kind that figures are grouped by, such as <c>when</c> or <c>near-miss</c>. Default <c>other</c>.</summary>
    public string Kind { get; init; } = "other";

    /// <summary>The question as it is asked.</summary>
    public required string Question { get; init; }

    /// <summary>Accepted answers: any of them must occur in the answer.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Parts of the answer: every one of them must occur.</summary>
    public IReadOnlyList<string> AllOf { get; init; } = [];

    /// <summary>Exact quotes of the corpus, any of which supports the answer.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether the corpus answers it; if not, an abstention is right.</summary>
    public required bool Answerable { get; init; }

    /// <summary>The earlier questions of the dialogue, in order.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The half of the set that it belongs to.</summary>
    public QuestionHalf Half => HeldOutSplit.HalfOf(Id);

    /// <summary>Whether the accepted answers are only yes and no, so that the first word of the answer decides.</summary>
    public bool IsYesNo => Answers.Count > 0 && Answers.All(a => a.ToUpperInvariant() is "YES" or "NO");
}
