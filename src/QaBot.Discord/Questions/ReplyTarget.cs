using System.Globalization;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Questions;

/// <summary>Where the messages of an answer go: an interaction that is deferred, or a message that is replied to.</summary>
/// <param name="transport">What sends them.</param>
/// <param name="channelId">The channel.</param>
/// <param name="questionId">The message that asks, or the interaction.</param>
/// <param name="replyTo">The message that the first one replies to, or null.</param>
/// <param name="interaction">The interaction, or null for a message.</param>
/// <param name="isPrivate">Whether only the one who asked sees the answer.</param>
internal sealed class ReplyTarget(IDiscordTransport transport, ulong channelId, ulong questionId, ulong? replyTo = null, Interaction? interaction = null, bool isPrivate = false)
{
    /// <summary>"Unknown Webhook" and "Invalid Webhook Token": the interaction takes no answer any more, or never began to.</summary>
    private const int UnknownWebhook = 10015;
    private const int InvalidToken = 50027;
    private const string Gone = "…";
    private readonly List<(SentMessage Sent, OutgoingMessage Message)> _shown = [];

    private bool _isLost;

    /// <summary>Whether only the one who asked sees the answer.</summary>
    public bool IsPrivate => isPrivate;

    /// <summary>The messages sent so far.</summary>
    public IEnumerable<SentMessage> Sent => _shown.Select(shown => shown.Sent);

    /// <summary>Makes the messages of the answer these: changes what differs, sends what is new, and takes the text out of what is no part of it any more.</summary>
    public async Task ShowAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Math.Max(messages.Count, _shown.Count); i++)
        {
            // What was a card stays one: Discord does not let it become anything else.
            var message = i < messages.Count ? messages[i] : new OutgoingMessage(Gone);
            message = i < _shown.Count && message.Accent is null ? message with { Accent = _shown[i].Message.Accent } : message;
            if (i == _shown.Count)
            {
                _shown.Add((await SendAsync(message, i, cancellationToken).ConfigureAwait(false), message));
            }
            else if (!IsSame(_shown[i].Message, message))
            {
                _shown[i] = (await EditAsync(_shown[i].Sent, message, cancellationToken).ConfigureAwait(false), message);
            }
        }
    }

    private async Task<SentMessage> SendAsync(OutgoingMessage message, int number, CancellationToken cancellationToken)
    {
        if (interaction is not null && !_isLost)
        {
            try
            {
                return await (number == 0
                    ? transport.CompleteAsync(interaction, message, cancellationToken)
                    : transport.FollowUpAsync(interaction, message, isPrivate, cancellationToken)).ConfigureAwait(false);
            }
            catch (DiscordException e) when (IsLost(e))
            {
                _isLost = true;
            }
        }

        return await transport.SendAsync(channelId, message, number == 0 ? replyTo : null, string.Create(CultureInfo.InvariantCulture, $"{questionId}-{number}"), cancellationToken).ConfigureAwait(false);
    }

    private async Task<SentMessage> EditAsync(SentMessage sent, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await transport.EditAsync(sent, message, cancellationToken).ConfigureAwait(false);
            return sent;
        }
        catch (DiscordException e) when (sent.Interaction is not null && IsLost(e))
        {
            // The message is the bot's own, and can be changed as such.
            var own = sent with { Interaction = null };
            await transport.EditAsync(own, message, cancellationToken).ConfigureAwait(false);
            return own;
        }
    }

    /// <summary>Whether the channel has to take a public answer in the interaction's place; a private one may not go there.</summary>
    private bool IsLost(DiscordException refusal) => !isPrivate && (refusal.Code is UnknownWebhook or InvalidToken);

    private static bool IsSame(OutgoingMessage left, OutgoingMessage right) =>
        left.Content == right.Content && left.Accent == right.Accent && (left.Menu?.Choices ?? []).SequenceEqual(right.Menu?.Choices ?? []) && left.Rows.SelectMany(row => row).SequenceEqual(right.Rows.SelectMany(row => row));
}
