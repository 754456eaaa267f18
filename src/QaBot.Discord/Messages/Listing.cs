using QaBot.Discord.Languages;

namespace QaBot.Discord.Messages;

/// <summary>Lists of which a message shows as much as it has room for.</summary>
internal static class Listing
{
    /// <summary>The first items, as many as fit, and how many more there are.</summary>
    /// <param name="items">The items that may be shown.</param>
    /// <param name="count">How many there are altogether.</param>
    /// <param name="separator">What stands between them.</param>
    /// <param name="longest">The most UTF-16 units of the list; what says how many more there are may alone be longer.</param>
    /// <param name="phrases">The reader's language.</param>
    public static string Fit(IReadOnlyList<string> items, int count, string separator, int longest, Phrasebook phrases)
    {
        for (var shown = items.Count; ; shown--)
        {
            var list = string.Join(separator, [.. items.Take(shown), .. shown < count ? [Phrasebook.Say(phrases.More, phrases.Number(count - shown))] : Array.Empty<string>()]);
            if (list.Length <= longest || shown == 0)
            {
                return list;
            }
        }
    }
}
