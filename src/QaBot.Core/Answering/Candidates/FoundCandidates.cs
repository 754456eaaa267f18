namespace QaBot.Answering.Candidates;

/// <summary>What was read for a question.</summary>
/// <param name="Candidates">The candidates, in no order.</param>
/// <param name="Terms">The terms of all that was read, and of what its pronouns may refer to.</param>
internal sealed record FoundCandidates(IReadOnlyList<AnswerCandidate> Candidates, IReadOnlySet<string> Terms);
