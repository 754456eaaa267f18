
namespace QaBot.Answering;

/// <summary>A step on the way to an answer; exactly one of the three is there, and the last step has the answer.</summary>
/// <param name="ReadAs">How a follow-up is read.</param>
/// <param name="Sentence">A sentence that will be part of the answer.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerUpdate(string? ReadAs = null, VerifiedSentence? Sentence = null, Answer? Answer = null);
