using QaBot.Answering;

namespace QaBot.Conversations;

/// <summary>One question of a conversation and its answer.</summary>
/// <param name="Question">The question as read: complete without the conversation.</param>
/// <param name="Answer">The answer.</param>
public sealed record Turn(string Question, Answer Answer);
