using QaBot.Discord.Interactions;

namespace QaBot.Discord.Events;

/// <summary>Somebody wrote a message.</summary>
/// <param name="Id">The message.</param>
/// <param name="Place">Where.</param>
/// <param name="AuthorId">Who.</param>
/// <param name="IsAutomatic">Whether a bot, a webhook or Discord itself wrote it.</param>
/// <param name="Content">The text; empty where the bot may not read it (it is no direct message and does not mention the bot).</param>
/// <param name="Mentions">The users it mentions.</param>
/// <param name="RepliesTo">The message it replies to, or null.</param>
/// <param name="RepliesToAuthor">Who wrote that, or null when that is unknown.</param>
public sealed record MessageEvent(
    ulong Id,
    Place Place,
    ulong AuthorId,
    bool IsAutomatic,
    string Content,
    IReadOnlyList<ulong> Mentions,
    ulong? RepliesTo,
    ulong? RepliesToAuthor) : DiscordEvent
{
    /// <summary>Who began the thread that it is written in; null outside threads, and where that is unknown.</summary>
    public ulong? ThreadOwnerId { get; init; }
}
