using System.Text.Json;
using QaBot.Answering;
using QaBot.Conversations;

namespace QaBot.Discord.Conversations;

/// <summary>What was asked and answered where, until it expires or the one who asked has it deleted.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="lifetime">How long a conversation is kept that nobody continues.</param>
/// <param name="time">The clock.</param>
internal sealed class ConversationStore(BotDatabase database, TimeSpan lifetime, TimeProvider time)
{
    private const string Private = "private-";

    /// <summary>The name of the conversation of a direct channel or a thread.</summary>
    public static string OfChannel(ulong channelId) => $"channel-{channelId}";

    /// <summary>The name of the conversation that somebody leads in private at a place.</summary>
    public static string OfAsker(ulong channelId, ulong userId) => $"{Private}{channelId}-{userId}";

    /// <summary>The name of a conversation that begins with a question of its own.</summary>
    public static string OfQuestion(ulong id) => $"question-{id}";

    /// <summary>A conversation as it stands.</summary>
    public Conversation Load(string name)
    {
        var conversation = new Conversation();
        var answers = database.Query(
            "SELECT answer FROM turn WHERE conversation = $name AND at >= $since ORDER BY id DESC LIMIT $most",
            row => row.GetString(0),
            ("$name", name),
            ("$since", Since()),
            ("$most", Conversation.Capacity));
        foreach (var answer in Enumerable.Reverse(answers).Select(Parse).OfType<Answer>())
        {
            conversation.Add(answer);
        }

        return conversation;
    }

    /// <summary>Remembers a turn.</summary>
    /// <param name="name">The conversation.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="userId">Who asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="messages">The messages that say so.</param>
    public void Add(string name, ulong channelId, ulong userId, Answer answer, IEnumerable<ulong> messages) => database.InTransaction(() =>
    {
        var turn = database.Query(
            "INSERT INTO turn (conversation, channel, user, at, answer) VALUES ($name, $channel, $user, $at, $answer) RETURNING id",
            row => row.GetInt64(0),
            ("$name", name),
            ("$channel", channelId),
            ("$user", userId),
            ("$at", Now()),
            ("$answer", AnswerJson.Of(answer).ToString()))[0];
        foreach (var message in messages)
        {
            database.Execute("INSERT OR REPLACE INTO message (id, turn) VALUES ($id, $turn)", ("$id", message), ("$turn", turn));
        }
    });

    /// <summary>The conversation that a message of the bot belongs to, as far as a user may go on with it, or null.</summary>
    public string? FindByMessage(ulong messageId, ulong userId) => database.Query(
        "SELECT conversation FROM turn JOIN message ON message.turn = turn.id WHERE message.id = $id AND (user = $user OR conversation NOT LIKE $private) AND at >= $since",
        row => row.GetString(0),
        ("$id", messageId),
        ("$user", userId),
        ("$private", Private + "%"),
        ("$since", Since())).FirstOrDefault();

    /// <summary>The turn that a message of the bot says, with its answer's JSON, or null.</summary>
    public (long Turn, string Answer)? FindTurn(ulong messageId) => database.Query(
        "SELECT turn.id, answer FROM turn JOIN message ON message.turn = turn.id WHERE message.id = $id",
        row => ((long Turn, string Answer)?)(row.GetInt64(0), row.GetString(1)),
        ("$id", messageId)).FirstOrDefault();

    /// <summary>The last answer that a user was given in a channel, or null.</summary>
    public Answer? FindLast(ulong channelId, ulong userId) => database.Query(
        "SELECT answer FROM turn WHERE channel = $channel AND user = $user AND at >= $since ORDER BY id DESC LIMIT 1",
        row => Parse(row.GetString(0)),
        ("$channel", channelId),
        ("$user", userId),
        ("$since", Since())).FirstOrDefault();

    /// <summary>Deletes what a user asked, everywhere.</summary>
    /// <returns>How many questions that were.</returns>
    public int Forget(ulong userId) => database.Execute("DELETE FROM turn WHERE user = $user", ("$user", userId));

    /// <summary>Deletes the conversations that have expired.</summary>
    public int Expire() => database.Execute(
        "DELETE FROM turn WHERE conversation IN (SELECT conversation FROM turn GROUP BY conversation HAVING MAX(at) < $since)", ("$since", Since()));

    private static Answer? Parse(string json)
    {
        try
        {
            var read = AnswerJson.Parse(json);
            var reason = read.ToAbstentionReason();
            return new Answer
            {
                Question = read.Question,
                ReadAs = read.ReadAs,
                Outcome = reason is null ? AnswerOutcome.Answered : AnswerOutcome.Abstained,
                Reason = reason,
                Text = read.Answer,
                ShortAnswer = read.ShortAnswer,
                Confidence = read.Confidence,
                Citations = [.. read.Citations.Select(citation => citation.ToCitation()).OfType<QaBot.Citations.Citation>()],
                Engine = read.Engine ?? new EngineInfo("", "", ""),
            };
        }
        catch (JsonException)
        {
            // Written by another version: the conversation goes on without it.
            return null;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private long Since() => Now() - (long)lifetime.TotalSeconds;
}
