namespace QaBot.Evaluation.Reports;

/// <summary>A passage that an answer cites.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="Passage">The passage's id.</param>
/// <param name="Segments">Its text in order, cut where a quote or evidence begins or ends.</param>
public sealed record CitedPassage(int Number, string Passage, IReadOnlyList<PassageSegment> Segments);
