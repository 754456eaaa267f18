using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Discord.Commands;
using QaBot.Discord.Events;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Setup;

/// <summary>Lets those who manage a server set the bot up there.</summary>
/// <param name="transport">Where answers go.</param>
/// <param name="store">Where it is kept.</param>
internal sealed partial class SetupDesk(IDiscordTransport transport, SetupStore store)
{
    /// <summary>As many as one message shows, each of them up to 24 UTF-16 units.</summary>
    private const int MostChannels = 60;

    private const int LongestList = 1500;

    /// <summary>Changes what is given, and says how it is now.</summary>
    public Task SetAsync(CommandEvent command, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(command.Interaction.Locale);
        return transport.RespondAsync(command.Interaction, new OutgoingMessage(Set(command, phrases)), isPrivate: true, cancellationToken);
    }

    private string Set(CommandEvent command, Phrasebook phrases)
    {
        var place = command.Interaction.Place;
        if (place.GuildId is not { } guild)
        {
            return phrases.SetupInServers;
        }

        if (!command.Interaction.IsByManager)
        {
            return phrases.SetupForManagers;
        }

        var before = store.Of(guild);
        var channels = command.Options.TryGetValue(BotCommands.Channels, out var given) ? Channels(given) : before.Channels;
        if (channels is null)
        {
            return phrases.SetupNoChannels;
        }

        if (given is not null && channels.Count > MostChannels)
        {
            return Phrasebook.Say(phrases.SetupTooMany, MostChannels, channels.Count);
        }

        var now = new GuildSetup(channels, Flag(command, BotCommands.Threads) ?? before.UsesThreads, Flag(command, BotCommands.Private) ?? before.IsPrivate);
        store.Save(guild, now);
        var where = now.Channels.Count == 0 ? phrases.Everywhere
            : Listing.Fit([.. now.Channels.Select(channel => string.Create(CultureInfo.InvariantCulture, $"<#{channel}>"))], now.Channels.Count, " ", LongestList, phrases);
        return Phrasebook.Say(phrases.SetupIs, where, YesOrNo(now.UsesThreads), YesOrNo(now.IsPrivate)) + (now.UsesThreads ? "\n-# " + phrases.ThreadsNeed : "");

        string YesOrNo(bool value) => value ? phrases.Yes : phrases.No;
    }

    /// <summary>The channels that are mentioned; null where what is given is neither that nor "all".</summary>
    private static List<ulong>? Channels(string given)
    {
        var channels = Channel().Matches(given).Select(mention => ulong.Parse(mention.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        return channels.Count > 0 || given.Trim().Equals(DiscordOptions.All, StringComparison.OrdinalIgnoreCase) ? channels : null;
    }

    private static bool? Flag(CommandEvent command, string option) => command.Options.TryGetValue(option, out var value) ? value == "true" : null;

    [GeneratedRegex("<#(?<id>[0-9]{1,19})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Channel();
}
