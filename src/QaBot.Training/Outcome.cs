namespace QaBot.Training;

/// <summary>What became of a question of an article that the rankers were not fitted on.</summary>
/// <param name="Article">The number of its article.</param>
/// <param name="Copies">How many times it counts.</param>
/// <param name="Fold">The fold that its article was held out in.</param>
/// <param name="Features">What the confidence is estimated from.</param>
/// <param name="Right">Whether the chosen sentence is the evidence or has an accepted answer.</param>
/// <param name="Answerable">Whether the source answers the question.</param>
internal sealed record Outcome(int Article, int Copies, int Fold, float[] Features, bool Right, bool Answerable);
