namespace QaBot.Web.Feedback;

/// <summary>The body of <c>POST /api/feedback</c>.</summary>
/// <param name="Question">The question as it was asked.</param>
/// <param name="Conversation">The id of the conversation that it was asked in.</param>
/// <param name="Value"><c>up</c> or <c>down</c>.</param>
/// <param name="Reason">Why, in at most 1,000 UTF-16 units; left out for no reason.</param>
internal sealed record FeedbackRequest(string Question, string Conversation, FeedbackValue Value, string? Reason = null);
