using QaBot.Discord.Conversations;
using QaBot.Discord.Feedback;
using QaBot.Web.Feedback;

namespace QaBot.Cli.Commands;

/// <summary>Keeps what readers of the page think where the bot for Discord does; the file is made with the first.</summary>
/// <param name="directory">Its directory.</param>
internal sealed class FeedbackFile(string directory) : IDisposable
{
    private readonly Lock _lock = new();
    private BotDatabase? _database;

    /// <summary>Keeps a judgement.</summary>
    public void Keep(AnswerFeedback feedback)
    {
        lock (_lock)
        {
            _database ??= BotDatabase.Open(directory);
            new FeedbackStore(_database, TimeProvider.System).Vote(feedback.Conversation, feedback.Answer, feedback.IsGood, feedback.Reason);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database?.Dispose();
}
