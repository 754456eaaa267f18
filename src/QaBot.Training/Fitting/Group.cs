namespace QaBot.Training.Fitting;

/// <summary>The candidates of one question, of which some are right.</summary>
/// <param name="Features">The features of each candidate.</param>
/// <param name="Gains">How right each candidate is, 0 to 1.</param>
internal sealed record Group(float[][] Features, float[] Gains);
