using System.Text.Json.Serialization;
using QaBot.Answering;

namespace QaBot.Evaluation.Runs;

/// <summary>What happened when a question was asked: a line of the journal.</summary>
internal sealed record Observation
{
    public required string Id { get; init; }

    public required AnswerJson Answer { get; init; }

    public required double ElapsedMs { get; init; }

    /// <summary>See <see cref="Metrics.Judgement.EvidenceRanks"/>.</summary>
    public required IReadOnlyList<int> EvidenceRanks { get; init; }

    public bool? DependsOnCitation { get; init; }

    /// <summary>The same ranks by words alone, where there are vectors too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? RanksByWords { get; init; }

    /// <summary>What the grading model said, where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Grade? Grade { get; init; }
}
