using Microsoft.Extensions.Logging;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Questions;

/// <summary>Begins the threads in which questions are answered, where a server wants them.</summary>
/// <param name="transport">What begins them.</param>
/// <param name="log">The log.</param>
internal sealed class ThreadStarter(IDiscordTransport transport, ILogger log)
{
    private const int LongestName = 90;

    /// <summary>Begins a thread with the question for a name; null where that is refused, and the channel has to do.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="messageId">The message it begins at.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ulong?> StartAsync(ulong channelId, ulong messageId, string question, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.StartThreadAsync(channelId, messageId, AnswerRenderer.Shorten(question, LongestName), cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (!e.IsFatal)
        {
            DeskLog.NoThread(log, messageId, e.Message, e.Remedy);
            return null;
        }
    }
}
