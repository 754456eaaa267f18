using System.Collections.Frozen;

namespace QaBot.Chat.Gate;

/// <summary>Who does what to whom, when and how often, as far as the order of words around verbs, prepositions and "than" shows it.</summary>
internal static class Roles
{
    private static readonly FrozenSet<string> Be = FrozenSet.Create(StringComparer.Ordinal, "is", "was", "were", "are", "been", "being", "be");
    private static readonly FrozenSet<string> Joining = FrozenSet.Create(StringComparer.Ordinal, "and", "but", "or");
    private static readonly FrozenSet<string> Opening = FrozenSet.Create(StringComparer.Ordinal, "and", "but", "or", "while", "when", "because", "that", "although", "if", "who", "which", "where", "since", "after", "before", "until");
    private static readonly FrozenSet<string> Parts = FrozenSet.Create(StringComparer.Ordinal, "quarter", "part", "parts", "cent", "percent", "majority", "thirds", "most", "some", "many", "several", "minority");
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.Ordinal, "he", "she", "it", "they", "him", "her", "them");

    /// <summary>Prepositions that turn what they stand before; those on one line stand for each other.</summary>
    private static readonly string[][] Turning = [["from", "since"], ["to", "until", "till"], ["before"], ["after"], ["against"], ["without"], ["by"], ["between"]];

    /// <summary>Whether a verb has in the sentence, as who does it, whom the source has done it to, or somebody else.</summary>
    public static bool Swap(Alignment alignment)
    {
        var (lost, gained) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var verb = 0; verb < alignment.Said.Count; verb++)
        {
            if (!alignment.Said[verb].IsVerb || alignment.At[verb] < 0 || !alignment.Meant[alignment.At[verb]].IsVerb)
            {
                continue;
            }

            var (agents, patients) = Around(alignment.Said, verb);
            var (doing, done) = Around(alignment.Meant, alignment.At[verb]);
            if (Crosses(agents, done, doing) || Crosses(patients, doing, done) || AreOthers(agents, doing) || AreOthers(patients, done))
            {
                return true;
            }

            // A pronoun for a name, and elsewhere the name for a pronoun: "she left, Ada stayed" is not "Ada left, she stayed".
            lost.UnionWith(IsPronoun(agents) ? Names(doing) : []);
            gained.UnionWith(IsPronoun(doing) ? Names(agents) : []);
        }

        return lost.Overlaps(gained);
    }

    /// <summary>Whether a number stands beside another verb than in the source.</summary>
    public static bool Move(Alignment alignment) => Enumerable.Range(0, alignment.Said.Count).Any(i =>
        alignment.At[i] >= 0 && alignment.Said[i].IsNumber && NearestVerb(alignment.Said, i) is { } verb && alignment.At[verb] >= 0
        && !Enumerable.Range(0, alignment.Meant.Count).Where(j => alignment.Meant[j].Key == alignment.Said[i].Key).Any(j =>
            NearestVerb(alignment.Meant, j) is not { } other || alignment.Meant[other].Key == alignment.Meant[alignment.At[verb]].Key));

    /// <summary>Whether a word has another turning preposition than in the source: "a loan from", "a loan to".</summary>
    public static bool Turn(Alignment alignment) => Enumerable.Range(0, alignment.Said.Count).Any(i =>
        alignment.At[i] >= 0 && !alignment.Said[i].IsVerb && IsTurned(alignment.Said[i], alignment.Meant[alignment.At[i]]));

    /// <summary>Whether a part of something in the source is the whole in the sentence: "a fifth of the harvest", "the harvest".</summary>
    public static bool Widen(Alignment alignment)
    {
        var (meant, taken) = (alignment.Meant, alignment.At.ToHashSet());
        return Enumerable.Range(1, Math.Max(0, meant.Count - 1)).Any(of => meant[of].Word == "of" && (meant[of - 1].IsNumber || Parts.Contains(meant[of - 1].Word)) && !taken.Contains(of - 1)
            && Enumerable.Range(of + 1, meant.Count - of - 1).FirstOrDefault(i => meant[i].IsContent, -1) is var whole && taken.Contains(whole));
    }

    /// <summary>Whether what stands behind "than" stands before it in the source.</summary>
    public static bool Compare(Alignment alignment)
    {
        var (said, meant) = (IndexOfThan(alignment.Said), IndexOfThan(alignment.Meant));
        return said >= 0 && meant >= 0 && Enumerable.Range(said, alignment.Said.Count - said).Any(i => alignment.At[i] >= 0
            && !alignment.Meant.Skip(meant).Any(place => place.Key == alignment.Meant[alignment.At[i]].Key));
    }

    /// <summary>Whether the sentence says that one is the other, which in the source do not stand side by side.</summary>
    public static bool Equate(Alignment alignment)
    {
        var be = Enumerable.Range(0, alignment.Said.Count).FirstOrDefault(i => Be.Contains(alignment.Said[i].Word), -1);
        if (be <= 0 || alignment.Said.Any(place => place.IsVerb))
        {
            return false;
        }

        var left = Enumerable.Range(0, be).Where(i => alignment.At[i] >= 0).Select(i => alignment.At[i]).ToList();
        var right = Enumerable.Range(be, alignment.Said.Count - be).Where(i => alignment.At[i] >= 0).Select(i => alignment.At[i]).ToList();
        if (left.Count == 0 || right.Count == 0)
        {
            return false;
        }

        var all = left.Concat(right).ToHashSet();
        return !left.Exists(l => right.Exists(r => !Enumerable.Range(Math.Min(l, r), Math.Abs(l - r)).Any(i => alignment.Meant[i].IsContent && !all.Contains(i))));
    }

    private static int IndexOfThan(IReadOnlyList<Place> places) => Enumerable.Range(0, places.Count).FirstOrDefault(i => places[i].Word == "than", -1);

    private static bool IsTurned(Place said, Place meant) => (Line(said), Line(meant)) is var (one, other) && one != other
        && ((one >= 0 && other >= 0) || (said.IsNumber && (said.Preposition, meant.Preposition) is ("in" or "on" or "at", "between") or ("between", "in" or "on" or "at")));

    private static bool IsPronoun(List<Place> places) => places.Exists(place => Pronouns.Contains(place.Word)) && !places.Exists(place => place.IsName);

    private static IEnumerable<string> Names(List<Place> places) => places.Where(place => place.IsName).Select(place => place.Key);

    private static int Line(Place place) => Array.FindIndex(Turning, line => line.Contains(place.Preposition));

    private static bool Crosses(List<Place> said, List<Place> other, List<Place> own) =>
        said.Exists(place => !Pronouns.Contains(place.Word) && other.Exists(o => o.Key == place.Key) && !own.Exists(o => o.Key == place.Key));

    private static bool AreOthers(List<Place> said, List<Place> meant) => said.Exists(place => place.IsName) && meant.Exists(place => place.IsName)
        && !said.Exists(place => place.IsName && meant.Exists(other => other.Key == place.Key));

    private static int? NearestVerb(IReadOnlyList<Place> places, int i) => Enumerable.Range(0, places.Count)
        .Where(j => places[j].IsVerb && places[j].Clause == places[i].Clause).OrderBy(j => Math.Abs(j - i)).Select(j => (int?)j).FirstOrDefault();

    /// <summary>Who does it, and whom it is done to.</summary>
    private static (List<Place> Agents, List<Place> Patients) Around(IReadOnlyList<Place> places, int verb)
    {
        var left = Left(places, verb);
        var end = verb + 1;
        while (end < places.Count && !places[end].IsVerb && !(end > verb + 1 && Opening.Contains(places[end].Word) && places[end].Word != "and"))
        {
            end++;
        }

        var right = Enumerable.Range(verb + 1, end - verb - 1).Select(i => places[i]).Where(place => place.IsContent || Pronouns.Contains(place.Word)).ToList();
        var by = right.FindAll(place => place.Preposition == "by" && !place.IsNumber);
        var isPassive = Enumerable.Range(Math.Max(0, verb - 2), Math.Min(2, verb)).Any(i => Be.Contains(places[i].Word)) || by.Exists(place => place.IsName);
        var free = right.FindAll(place => place.Preposition.Length == 0 && !place.IsNumber);
        return isPassive ? (by, left) : (left, free);
    }

    private static List<Place> Left(IReadOnlyList<Place> places, int verb)
    {
        var start = verb;
        while (start > 0 && !places[start - 1].IsVerb && !Opening.Contains(places[start - 1].Word))
        {
            start--;
        }

        var free = Enumerable.Range(start, verb - start).Select(i => places[i])
            .Where(place => !place.IsNumber && (place.IsContent || Pronouns.Contains(place.Word)) && place.Preposition.Length == 0).ToList();
        if (free.Count > 0 || start == 0)
        {
            return free;
        }

        var previous = start - 1;
        while (previous > 0 && !places[previous].IsVerb)
        {
            previous--;
        }

        return Joining.Contains(places[start - 1].Word) && places[previous].IsVerb ? Left(places, previous)
            : places[start - 1].Word is "who" or "which" ? [.. places.Take(start - 1).Where(place => place.IsContent && place.Clause >= places[start - 1].Clause - 1)] : [];
    }
}
