namespace QaBot.Answering;

/// <summary>The answer that a turn comes to.</summary>
/// <param name="Draft">The answer.</param>
/// <param name="Answerer">Who made it; null for the offline answerer.</param>
/// <param name="Usage">What the model's part cost, or null.</param>
/// <param name="Notice">What went wrong with the model, or null.</param>
internal sealed record Conclusion(AnswerDraft Draft, string? Answerer = null, TokenUsage? Usage = null, AnswerNotice? Notice = null);
