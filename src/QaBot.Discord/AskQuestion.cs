using QaBot.Answering;
using QaBot.Conversations;

namespace QaBot.Discord;

/// <summary>Answers a question: the answer as it grows, each time whole and verified; the last one is the answer.</summary>
/// <param name="question">The question as asked.</param>
/// <param name="conversation">What was asked before; it may be added to, which nobody reads afterwards.</param>
/// <param name="cancellationToken">Stops the answering.</param>
public delegate IAsyncEnumerable<Answer> AskQuestion(string question, Conversation conversation, CancellationToken cancellationToken);
