using QaBot.Discord.Conversations;

namespace QaBot.Discord.Feedback;

/// <summary>What readers think of answers: a vote each, with the question, the answer and its citations.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedbackStore(BotDatabase database, TimeProvider time)
{
    /// <summary>Takes a vote; a second one of the same reader replaces the first.</summary>
    public void Vote(long turn, ulong userId, bool isGood, string answer) => database.Execute(
        "INSERT OR REPLACE INTO feedback (turn, user, good, at, answer) VALUES ($turn, $user, $good, $at, $answer)",
        ("$turn", turn),
        ("$user", userId),
        ("$good", isGood ? 1 : 0),
        ("$at", time.GetUtcNow().ToUnixTimeSeconds()),
        ("$answer", answer));

    /// <summary>Deletes a reader's votes, and every vote on what the reader asked.</summary>
    public int Forget(ulong userId) => database.Execute(
        "DELETE FROM feedback WHERE user = $user OR turn IN (SELECT id FROM turn WHERE user = $user)", ("$user", userId));
}
