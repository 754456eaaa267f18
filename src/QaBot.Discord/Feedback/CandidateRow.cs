namespace QaBot.Discord.Feedback;

/// <summary>A row of a question set.</summary>
internal sealed record CandidateRow(
    string Id,
    string Kind,
    string Question,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> AllOf,
    IReadOnlyList<string> Evidence,
    bool Answerable,
    IReadOnlyList<string> Context,
    IReadOnlyList<string> Reasons);
