using QaBot.Conversations;
using QaBot.Retrieval;

namespace QaBot.Answering;

/// <summary>The steps of one question, each called once and in this order.</summary>
internal interface IAnswerTurn : IDisposable
{
    /// <summary>How a follow-up is read; null for a question that stands by itself.</summary>
    Task<string?> ResolveAsync(string question, Conversation? conversation);

    /// <summary>The passages for a question as read.</summary>
    Task<Retrieved> SearchAsync(string read);

    /// <summary>The sentences of a model that hold, as they come; none without a model.</summary>
    IAsyncEnumerable<VerifiedSentence> WordAsync(string read, Retrieved found);

    /// <summary>The proposed answer: what the model worded where there is any, else what the source says in its own sentences.</summary>
    Task<Conclusion> ConcludeAsync(string read, Retrieved found);

    /// <summary>The proposed answer where it holds, else an abstention.</summary>
    Task<AnswerDraft> VerifyAsync(string read, AnswerDraft draft);
}
