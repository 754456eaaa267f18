using QaBot.Discord.Interactions;
using QaBot.Discord.Languages;
using QaBot.Discord.Setup;

namespace QaBot.Discord.Limits;

/// <summary>Decides whether a question is taken now, and says why not.</summary>
/// <param name="options">Where the bot answers, and how much.</param>
/// <param name="setups">Where servers want it to.</param>
/// <param name="time">The clock.</param>
internal sealed class Admission(DiscordOptions options, SetupStore setups, TimeProvider time)
{
    private readonly AllowList _allowed = new(options);
    private readonly QuestionLimit _perUser = new(options.QuestionsPerUser, time);
    private readonly QuestionLimit _perChannel = new(options.QuestionsPerChannel, time);
    private readonly QuestionLimit _notices = new(1, time);

    /// <summary>Whether the bot answers there.</summary>
    public bool IsOpen(Place place) => _allowed.Has(place) && setups.IsOpen(place);

    /// <summary>Why a question is not taken now, or null; one that is taken counts.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="place">Where.</param>
    /// <param name="waiting">Questions that wait.</param>
    /// <param name="phrases">The asker's language.</param>
    public string? Refusal(ulong userId, Place place, int waiting, Phrasebook phrases) => !IsOpen(place) ? phrases.NotHere
        : waiting >= options.QueueCapacity ? phrases.Busy
        : _perUser.Take(userId) is { } user ? Limited(phrases.TooManyOfYours, options.QuestionsPerUser, user)
        : place.GuildId is not null && _perChannel.Take(place.ChannelId) is { } channel ? Limited(phrases.TooManyHere, options.QuestionsPerChannel, channel)
        : null;

    /// <summary>Whether a user is told of a refusal where others read it: once a minute.</summary>
    public bool MayNotify(ulong userId) => _notices.Take(userId) is null;

    private static string Limited(string phrase, int most, TimeSpan wait) => Phrasebook.Say(phrase, most, Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
}
