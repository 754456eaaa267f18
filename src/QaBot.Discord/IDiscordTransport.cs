using QaBot.Discord.Commands;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;

namespace QaBot.Discord;

/// <summary>What the bot needs of Discord, whichever library speaks with it: events in, answers out.</summary>
/// <remarks>
/// Safe for concurrent use. Rate limits, retries and reconnection are the transport's own affair. A call that Discord refuses for good throws
/// <see cref="DiscordException"/>; nothing that is sent mentions anybody.
/// </remarks>
public interface IDiscordTransport : IAsyncDisposable
{
    /// <summary>How the connection is doing.</summary>
    TransportHealth Health { get; }

    /// <summary>Connects, and gives events until the transport is stopped; called once. An event may come twice: its id says so.</summary>
    /// <param name="cancellationToken">Ends the events; the connection is closed as <see cref="StopAsync"/> does.</param>
    /// <exception cref="DiscordException">Discord refuses the bot for good: its token, its intents, its shards.</exception>
    IAsyncEnumerable<DiscordEvent> ReceiveAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes the application's global commands exactly these.</summary>
    Task RegisterCommandsAsync(IReadOnlyList<BotCommand> commands, CancellationToken cancellationToken = default);

    /// <summary>Answers an interaction with "thinking…": the first answer is due within 3 seconds, the rest within 15 minutes.</summary>
    /// <param name="interaction">The interaction, a command's.</param>
    /// <param name="isPrivate">Whether only the one who asked sees the answer.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task DeferAsync(Interaction interaction, bool isPrivate, CancellationToken cancellationToken = default);

    /// <summary>Answers an interaction at once with a message.</summary>
    /// <param name="interaction">The interaction, not deferred.</param>
    /// <param name="message">The message.</param>
    /// <param name="isPrivate">Whether only the one who asked or clicked sees it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task RespondAsync(Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default);

    /// <summary>Answers the press of a button by changing the message that has the button.</summary>
    Task UpdateAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default);

    /// <summary>Answers the press of a button by opening a form.</summary>
    Task OpenAsync(Interaction interaction, Form form, CancellationToken cancellationToken = default);

    /// <summary>Answers the typing of an option with at most 25 suggestions, which have no descriptions.</summary>
    Task SuggestAsync(Interaction interaction, IReadOnlyList<Choice> choices, CancellationToken cancellationToken = default);

    /// <summary>Puts the answer in the place of "thinking…"; called once after <see cref="DeferAsync"/>.</summary>
    Task<SentMessage> CompleteAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default);

    /// <summary>Adds a message to an interaction's answer.</summary>
    Task<SentMessage> FollowUpAsync(Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default);

    /// <summary>Sends a message to a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="message">The message.</param>
    /// <param name="replyTo">The message it replies to, or null; one that is gone by then does no harm.</param>
    /// <param name="nonce">At most 25 characters that tell this message from others, so that sending it again does not double it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SentMessage> SendAsync(
        ulong channelId, OutgoingMessage message, ulong? replyTo, string nonce, CancellationToken cancellationToken = default);

    /// <summary>Begins a thread at a message.</summary>
    /// <param name="channelId">The channel, no thread.</param>
    /// <param name="messageId">The message in it.</param>
    /// <param name="name">1 to 100 UTF-16 units.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The thread's id.</returns>
    Task<ulong> StartThreadAsync(ulong channelId, ulong messageId, string name, CancellationToken cancellationToken = default);

    /// <summary>Changes a message that this transport has sent.</summary>
    Task EditAsync(SentMessage sent, OutgoingMessage message, CancellationToken cancellationToken = default);

    /// <summary>Shows that the bot is typing, for about ten seconds. It is left out where it would have to wait, and never throws for Discord's sake.</summary>
    Task TypeAsync(ulong channelId, CancellationToken cancellationToken = default);

    /// <summary>Closes the connection with code 1000, so that the bot is shown offline; the events end.</summary>
    Task StopAsync(CancellationToken cancellationToken = default);
}
