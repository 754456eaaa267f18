using System.Globalization;
using QaBot.Discord.Interactions;

namespace QaBot.Discord.Limits;

/// <summary>Decides whether a question is taken now, and says why not.</summary>
/// <param name="options">Where the bot answers, and how much.</param>
/// <param name="time">The clock.</param>
internal sealed class Admission(DiscordOptions options, TimeProvider time)
{
    public const string Restarting = "I am being restarted. Please ask that again in a minute.";
    public const string Busy = "Too many questions are waiting. Please ask that again in a minute.";
    private const string NotHere = "I do not answer here. Please ask in one of the channels that I was given.";
    private readonly AllowList _allowed = new(options);
    private readonly QuestionLimit _perUser = new(options.QuestionsPerUser, time);
    private readonly QuestionLimit _perChannel = new(options.QuestionsPerChannel, time);
    private readonly QuestionLimit _notices = new(1, time);

    /// <summary>Whether the bot answers there.</summary>
    public bool IsOpen(Place place) => _allowed.Has(place);

    /// <summary>Why a question is not taken now, or null; one that is taken counts.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="place">Where.</param>
    /// <param name="waiting">Questions that wait.</param>
    public string? Refusal(ulong userId, Place place, int waiting) => !_allowed.Has(place) ? NotHere
        : waiting >= options.QueueCapacity ? Busy
        : _perUser.Take(userId) is { } user ? Limited("You have", options.QuestionsPerUser, user)
        : place.GuildId is not null && _perChannel.Take(place.ChannelId) is { } channel ? Limited("This channel has", options.QuestionsPerChannel, channel)
        : null;

    /// <summary>Whether a user is told of a refusal where others read it: once a minute.</summary>
    public bool MayNotify(ulong userId) => _notices.Take(userId) is null;

    private static string Limited(string who, int most, TimeSpan wait) => string.Create(
        CultureInfo.InvariantCulture,
        $"{who} asked {most} question{(most == 1 ? "" : "s")} within a minute, which is the most I take. Please ask again in {Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s.");
}
