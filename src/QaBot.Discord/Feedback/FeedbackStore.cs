using QaBot.Discord.Conversations;

namespace QaBot.Discord.Feedback;

/// <summary>What readers think of answers: a vote each, with the question, the answer and its citations.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedbackStore(BotDatabase database, TimeProvider time)
{
    /// <summary>Takes a vote; a second one of the same reader replaces the first.</summary>
    public void Vote(long turn, ulong userId, bool isGood, string answer) => database.Execute(
        "INSERT OR REPLACE INTO feedback (turn, user, good, at, answer, asker) VALUES ($turn, $user, $good, $at, $answer, (SELECT user FROM turn WHERE id = $turn))",
        ("$turn", turn),
        ("$user", userId),
        ("$good", isGood ? 1 : 0),
        ("$at", time.GetUtcNow().ToUnixTimeSeconds()),
        ("$answer", answer));

    /// <summary>Keeps what a reader says to a vote of theirs.</summary>
    public void Explain(long turn, ulong userId, string reason) =>
        database.Execute("UPDATE feedback SET reason = $reason WHERE turn = $turn AND user = $user", ("$turn", turn), ("$user", userId), ("$reason", reason));

    /// <summary>Deletes a reader's votes, and every vote on what the reader asked, also where the question itself has expired.</summary>
    public int Forget(ulong userId) => database.Execute(
        "DELETE FROM feedback WHERE user = $user OR asker = $user OR turn IN (SELECT id FROM turn WHERE user = $user)", ("$user", userId));
}
