using QaBot.Answering;

namespace QaBot.Web.Feedback;

/// <summary>What a reader thinks of an answer.</summary>
/// <param name="Conversation">The id of the conversation that the answer was given in.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsGood">Whether the reader likes it.</param>
/// <param name="Reason">Why, in the reader's words, or null.</param>
public sealed record AnswerFeedback(string Conversation, Answer Answer, bool IsGood, string? Reason);
