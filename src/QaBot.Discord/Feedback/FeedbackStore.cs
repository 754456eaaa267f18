using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QaBot.Answering;
using QaBot.Discord.Conversations;

namespace QaBot.Discord.Feedback;

/// <summary>What readers think of answers: a vote each, with the question, the answer and its citations.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="time">The clock.</param>
public sealed class FeedbackStore(BotDatabase database, TimeProvider time)
{
    /// <summary>Takes what a reader of the page thinks, who has no id: one vote for each answer, of which the last counts.</summary>
    /// <param name="conversation">The conversation that the answer was given in.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isGood">Whether it is liked.</param>
    /// <param name="reason">Why, or null.</param>
    public void Vote(string conversation, Answer answer, bool isGood, string? reason)
    {
        ArgumentNullException.ThrowIfNull(answer);

        // Below zero, where no turn of Discord is.
        var turn = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{answer.Question}"))) | long.MinValue;
        database.Execute(
            "INSERT OR REPLACE INTO feedback (turn, user, good, at, answer, reason) VALUES ($turn, 0, $good, $at, $answer, $reason)",
            ("$turn", turn),
            ("$good", isGood ? 1 : 0),
            ("$at", time.GetUtcNow().ToUnixTimeSeconds()),
            ("$answer", AnswerJson.Of(answer).ToString()),
            ("$reason", reason ?? (object)DBNull.Value));
    }

    /// <summary>Takes a vote; a second one of the same reader replaces the first, and keeps its reason where it says the same.</summary>
    internal void Vote(long turn, ulong userId, bool isGood, string answer) => database.Execute(
        """
        INSERT INTO feedback (turn, user, good, at, answer, asker) VALUES ($turn, $user, $good, $at, $answer, (SELECT user FROM turn WHERE id = $turn))
        ON CONFLICT (turn, user) DO UPDATE SET
            reason = CASE WHEN good = excluded.good THEN reason END, good = excluded.good, at = excluded.at, answer = excluded.answer, asker = excluded.asker
        """,
        ("$turn", turn),
        ("$user", userId),
        ("$good", isGood ? 1 : 0),
        ("$at", time.GetUtcNow().ToUnixTimeSeconds()),
        ("$answer", answer));

    /// <summary>Keeps what a reader says to a vote of theirs.</summary>
    public void Explain(long turn, ulong userId, string reason) =>
        database.Execute("UPDATE feedback SET reason = $reason WHERE turn = $turn AND user = $user", ("$turn", turn), ("$user", userId), ("$reason", reason));

    /// <summary>Deletes a reader's votes, and every vote on what the reader asked, also where the question itself has expired.</summary>
    internal int Forget(ulong userId) => database.Execute(
        "DELETE FROM feedback WHERE user = $user OR asker = $user OR turn IN (SELECT id FROM turn WHERE user = $user)", ("$user", userId));
}
