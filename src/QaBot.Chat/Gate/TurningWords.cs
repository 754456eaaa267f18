using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>
/// Small words that turn what a sentence states: conditions, hedges, bounds of time, he and she. A comparison of names, numbers, negations
/// and content words passes them over.
/// </summary>
internal static partial class TurningWords
{
    /// <summary>Content words behind a hedge that it is about.</summary>
    private const int HedgeReach = 2;

    private static readonly (string Label, FrozenSet<string> Words)[] Lines =
        [.. WordList.Lines("Chat/Gate/turning-words.txt", typeof(TurningWords).Assembly).Select(line => (line.Label, line.Words.ToFrozenSet(StringComparer.Ordinal)))];

    /// <summary>Bounds that stand for each other; a year without any is one in which something happened.</summary>
    private static readonly string[][] Bounds = [["before"], ["after"], ["since", "from"], ["until", "till", "to"]];

    private static readonly FrozenSet<string> He = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "he", "him", "his", "himself");
    private static readonly FrozenSet<string> She = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "she", "her", "hers", "herself");

    /// <summary>Whether a sentence asks, bounds a year or is about another than its source.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="source">What is to say so.</param>
    public static bool Differ(string sentence, string source)
    {
        var (said, meant) = (Words(sentence), Words(source));
        return (sentence.Contains('?', StringComparison.Ordinal) && !source.Contains('?', StringComparison.Ordinal))
            || (said.Overlaps(He) && !meant.Overlaps(He) && meant.Overlaps(She))
            || (said.Overlaps(She) && !meant.Overlaps(She) && meant.Overlaps(He))
            || MovesBound(sentence, source) || TurnsRange(sentence, source);
    }

    /// <summary>How many lines of such words a sentence has that its source has not.</summary>
    /// <param name="said">The words of the sentence.</param>
    /// <param name="meant">The words of the source.</param>
    public static int Added(IReadOnlyList<Place> said, IReadOnlyList<Place> meant) =>
        Lines.Count(line => line.Label != "bound" && Has(said, line.Words) && !Has(meant, line.Words));

    /// <summary>How many hedges and attributions of the source a sentence leaves out in front of words that it takes.</summary>
    public static int Dropped(IReadOnlyList<Place> said, Alignment alignment)
    {
        var taken = alignment.At.ToHashSet();
        return Lines.Count(line => line.Label is "hedge" or "attribution" && !Has(said, line.Words)
            && Enumerable.Range(0, alignment.Meant.Count).Any(i => line.Words.Contains(alignment.Meant[i].Word) && (line.Label == "hedge" ? IsHedged(i) : IsAttributed(i))));

        bool IsHedged(int hedge) => Enumerable.Range(hedge + 1, alignment.Meant.Count - hedge - 1)
            .TakeWhile(i => alignment.Meant[i].Clause == alignment.Meant[hedge].Clause).Where(i => alignment.Meant[i].IsContent).Take(HedgeReach).Any(taken.Contains);

        bool IsAttributed(int verb) => alignment.Meant[verb].Word == "according" || taken.Count(i => i > verb) >= HedgeReach;
    }

    /// <summary>How many numbers have another bound than in the source: "at least eleven", "about eleven", "eleven".</summary>
    public static int Rebounded(IReadOnlyList<Place> said, IReadOnlyList<Place> meant)
    {
        return said.Select((place, i) => (place, i)).Count(number => number.place.IsNumber
            && meant.Select((place, i) => (place, i)).Where(other => other.place.Key == number.place.Key).ToList() is { Count: > 0 } same
            && !same.Exists(other => Bound(said, number.i) == Bound(meant, other.i)));

        static int Bound(IReadOnlyList<Place> places, int number) => Array.FindIndex(Lines, line => line.Label == "bound"
            && Enumerable.Range(Math.Max(0, number - HedgeReach), Math.Min(HedgeReach, number)).Any(i => line.Words.Contains(places[i].Word)));
    }

    private static bool Has(IReadOnlyList<Place> places, FrozenSet<string> words) => places.Any(place => words.Contains(place.Word));

    /// <summary>Whether a year that both have is a bound in one of them, and none or another in the other: "until 1975", "since 1975".</summary>
    private static bool MovesBound(string sentence, string source)
    {
        var (said, meant) = (Bounded(sentence), Bounded(source));
        return Year().Matches(sentence).Select(year => year.Value).Where(year => source.Contains(year, StringComparison.Ordinal)).Any(year =>
            (said.Find(bound => bound.Year == year).Word, meant.Find(bound => bound.Year == year).Word) switch
            {
                (null, null or "from" or "to") or ("from" or "to", null) => false,
                (null, _) or (_, null) => true,
                var (one, other) => !Bounds.Any(line => line.Contains(one) && line.Contains(other)),
            });
    }

    private static List<(string Year, string Word)> Bounded(string text) =>
        [.. Bound().Matches(text).Select(match => (match.Groups["year"].Value, match.Groups["word"].Value.ToLowerInvariant()))];

    /// <summary>Whether "from August to June" is "from June to August" in the source.</summary>
    private static bool TurnsRange(string sentence, string source) => Range().Matches(sentence).Any(range =>
        Range().Matches(source).Any(other => range.Groups["a"].Value == other.Groups["b"].Value && range.Groups["b"].Value == other.Groups["a"].Value));

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b[0-9]{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?<word>(?i:before|after|since|from|until|till|to)) (?:(?:the|early|mid|late|about|around|\p{Lu}\p{Ll}+|[0-9]{1,2}),? ){0,3}(?<year>[0-9]{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bfrom (?<a>\w+) to (?<b>\w+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
