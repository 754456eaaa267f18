using System.Globalization;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Questions;

/// <summary>Where the messages of an answer go: an interaction that is deferred, or a message that is replied to.</summary>
/// <param name="transport">What sends them.</param>
/// <param name="channelId">The channel.</param>
/// <param name="questionId">The message that asks, or the interaction.</param>
/// <param name="interaction">The interaction, or null for a message.</param>
/// <param name="isPrivate">Whether only the one who asked sees the answer.</param>
internal sealed class ReplyTarget(IDiscordTransport transport, ulong channelId, ulong questionId, Interaction? interaction = null, bool isPrivate = false)
{
    private readonly List<(SentMessage Sent, OutgoingMessage Message)> _shown = [];

    /// <summary>The messages sent so far.</summary>
    public IEnumerable<SentMessage> Sent => _shown.Select(shown => shown.Sent);

    /// <summary>Makes the messages of the answer these: changes what differs, and sends what is new.</summary>
    public async Task ShowAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (i == _shown.Count)
            {
                _shown.Add((await SendAsync(messages[i], i, cancellationToken).ConfigureAwait(false), messages[i]));
            }
            else if (!IsSame(_shown[i].Message, messages[i]))
            {
                await transport.EditAsync(_shown[i].Sent, messages[i], cancellationToken).ConfigureAwait(false);
                _shown[i] = (_shown[i].Sent, messages[i]);
            }
        }
    }

    private Task<SentMessage> SendAsync(OutgoingMessage message, int number, CancellationToken cancellationToken) => interaction switch
    {
        null => transport.SendAsync(
            channelId, message, number == 0 ? questionId : null, string.Create(CultureInfo.InvariantCulture, $"{questionId}-{number}"), cancellationToken),
        _ when number == 0 => transport.CompleteAsync(interaction, message, cancellationToken),
        _ => transport.FollowUpAsync(interaction, message, isPrivate, cancellationToken),
    };

    private static bool IsSame(OutgoingMessage left, OutgoingMessage right) =>
        left.Content == right.Content && left.Rows.SelectMany(row => row).SequenceEqual(right.Rows.SelectMany(row => row));
}
