namespace QaBot.Web.Asking;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">The question.</param>
/// <param name="Conversation">The id that an answer before had; left out for a new conversation. One that is not remembered begins a new one too, whose id the answer has.</param>
internal sealed record AskRequest(string Question, string? Conversation = null);
