namespace QaBot.Answering.Ranking;

/// <summary>A candidate with its score.</summary>
/// <param name="Candidate">The sentence.</param>
/// <param name="Features">The values it was scored by.</param>
/// <param name="Score">The linear score.</param>
/// <param name="Probability">Its share of the candidates' likelihood (softmax), 0 to 1.</param>
internal sealed record RankedSentence(Candidate Candidate, float[] Features, double Score, double Probability);
