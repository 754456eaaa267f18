namespace QaBot.Training;

/// <summary>The candidates of one question, of which some are right: what a ranker is fitted on.</summary>
/// <param name="Article">The number of the article, for leaving it out.</param>
/// <param name="Features">The features of each candidate.</param>
/// <param name="Gains">How right each candidate is, 0 to 1.</param>
internal sealed record Group(int Article, float[][] Features, float[] Gains);
