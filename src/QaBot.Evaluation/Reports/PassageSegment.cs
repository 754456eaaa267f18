namespace QaBot.Evaluation.Reports;

/// <summary>A piece of a cited passage.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="IsQuote">Whether the citation quotes it.</param>
/// <param name="IsEvidence">Whether it is part of the evidence.</param>
public sealed record PassageSegment(string Text, bool IsQuote, bool IsEvidence);
