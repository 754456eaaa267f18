using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Metrics;

/// <summary>What one answer is worth: the numbers that every metric is made of, without any text of the question.</summary>
/// <remarks>Values are null where they do not apply to the question; metrics leave it out then.</remarks>
public sealed record Judgement
{
    /// <summary>The question's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its half.</summary>
    public required QuestionHalf Half { get; init; }

    /// <summary>Whether the corpus answers it.</summary>
    public required bool Answerable { get; init; }

    /// <summary>Whether it was answered; abstained and refused are not.</summary>
    public required bool Answered { get; init; }

    /// <summary>Whether the outcome is right: a right answer, or none where none is wanted.</summary>
    public required bool Correct { get; init; }

    /// <summary>Whether what stands first is right: the short answer by its kind, or the abstention.</summary>
    public required bool Headline { get; init; }

    /// <summary>Whether there is a short answer.</summary>
    public bool HasShortAnswer { get; init; }

    /// <summary>How sure the answerer was, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether the short answer is an accepted one word for word; null when no answer is wanted.</summary>
    public bool? ExactMatch { get; init; }

    /// <summary>Token F1 of the short answer, 0 to 1; null when no answer is wanted.</summary>
    public double? TokenF1 { get; init; }

    /// <summary>Citations that the answer has.</summary>
    public int Citations { get; init; }

    /// <summary>Those of them that overlap evidence or whose sentence holds an accepted answer.</summary>
    public int SupportedCitations { get; init; }

    /// <summary>Whether a citation covers at least half of an evidence quote; null when no answer is wanted or no evidence is given.</summary>
    public bool? EvidenceCited { get; init; }

    /// <summary>Words of the answer without markers.</summary>
    public int Words { get; init; }

    /// <summary>Milliseconds that the last question of the dialogue took.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>For each evidence quote the rank, from 1, of the first passage that covers half of it; 0 when none does.</summary>
    public IReadOnlyList<int> EvidenceRanks { get; init; } = [];

    /// <summary>Whether the answer changed when the cited sentences were deleted; null when that was not tried or there was no answer.</summary>
    public bool? DependsOnCitation { get; init; }

    /// <summary>Answered, but by citations that do not cover the evidence.</summary>
    public bool IsUncited => Answered && EvidenceCited != true && (Citations == 0 || SupportedCitations == 0);
}
