using System.Security.Cryptography;
using System.Text;
using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Web.Asking;

namespace QaBot.Web.Completions;

/// <summary>Makes a conversation of messages. An answer that was given here is found again by question and text, with its short answer and how its question was read.</summary>
internal sealed class Transcript
{
    private const string User = "user";
    private const string Assistant = "assistant";
    private readonly BoundedStore<Answer> _given;

    /// <summary>Creates one that knows of no answer.</summary>
    public Transcript(WebOptions options, TimeProvider time) =>
        _given = new BoundedStore<Answer>(options.Conversations, TimeSpan.FromMinutes(options.ConversationMinutes), time);

    /// <summary>Remembers an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="content">The message that says it.</param>
    public void Remember(Answer answer, string content) => _given.Set(Key(answer.Question, content), answer);

    /// <summary>The last user's message, and what was said before it; what stands behind it is not read.</summary>
    /// <returns>The question, or null where there is none that can be read; the conversation.</returns>
    public (string? Question, Conversation Conversation) Read(IReadOnlyList<CompletionMessage> messages)
    {
        var conversation = new Conversation();
        var last = messages.ToList().FindLastIndex(message => message.Role == User);
        if (last < 0)
        {
            return (null, conversation);
        }

        string? asked = null;
        foreach (var message in messages.Take(last))
        {
            if (message.Role == User)
            {
                asked = message.Text();
            }
            else if (message.Role == Assistant && asked is not null && message.Text() is { } content)
            {
                conversation.Add(Answered(asked, content));
                asked = null;
            }
        }

        return (messages[last].Text(), conversation);
    }

    private Answer Answered(string question, string content) => _given.TryGet(Key(question, content), out var given)
        ? given
        : new Answer { Question = question, Outcome = AnswerOutcome.Answered, Text = content, Engine = new EngineInfo("", "", QuestionAnswerer.Version) };

    private static string Key(string question, string content) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\n{content.Trim()}")));
}
