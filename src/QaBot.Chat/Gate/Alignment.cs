using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>Where the words of a sentence stand in what is to support it.</summary>
internal sealed partial class Alignment
{
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(StringComparer.Ordinal,
        "in", "on", "at", "of", "for", "from", "with", "by", "to", "into", "as", "near", "between", "during", "since", "until", "till", "after", "before", "within",
        "under", "over", "about", "around", "against", "without", "through", "behind", "than", "off", "among", "per", "upon", "towards", "across", "despite");

    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.Ordinal,
        "the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those", "some", "all", "both", "each", "every", "about", "around", "nearly", "almost", "only", "most", "more", "many", "up", "s");

    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create(StringComparer.Ordinal,
        "is", "was", "were", "are", "be", "been", "being", "has", "had", "have", "did", "does", "do", "can", "could", "may", "might", "will", "would", "must", "should", "not", "never", "to", "who");

    private Alignment(List<Place> said, List<Place> meant)
    {
        Said = said;
        Meant = meant;
        At = new int[said.Count];
        var last = 0;
        for (var i = 0; i < said.Count; i++)
        {
            At[i] = said[i].IsContent ? Nearest(meant, last, place => place.Key == said[i].Key) : -1;
            if (At[i] < 0 && said[i].IsContent && !said[i].IsNumber)
            {
                At[i] = Nearest(meant, last, place => place.IsContent && !place.IsNumber && IsRelated(said[i].Key, place.Key));
            }

            last = At[i] < 0 ? last : At[i];
        }
    }

    /// <summary>The words of the sentence in order.</summary>
    public IReadOnlyList<Place> Said { get; }

    /// <summary>The words of the source in order.</summary>
    public IReadOnlyList<Place> Meant { get; }

    /// <summary>For each content word of <see cref="Said"/> its place in <see cref="Meant"/>; -1 where it has none, and for function words.</summary>
    public int[] At { get; }

    /// <summary>Aligns each content word with the nearest of the same word, or else of a related one, behind the word before it.</summary>
    /// <param name="sentence">The words of the sentence.</param>
    /// <param name="source">The words of the source.</param>
    public static Alignment Of(List<Place> sentence, List<Place> source) => new(sentence, source);

    /// <summary>The words of a text.</summary>
    public static List<Place> Places(string text)
    {
        var places = new List<Place>();
        var (clause, end, preposition) = (0, 0, "");
        foreach (var span in EnglishAnalyzer.Words(text))
        {
            var word = text[span.Start..span.End];
            var lower = word.ToLowerInvariant();
            var isBreak = Break().IsMatch(text[end..span.Start]);
            clause += isBreak || Conjunction().IsMatch(lower) ? 1 : 0;
            var claim = Claim.Read("the " + word);
            var number = claim.Numbers.Keys.FirstOrDefault();
            var isContent = number is not null || claim.ContentTerms.Count > 0;
            var isName = claim.Names.Count > 0 && !SentenceSegmenter.IsStarter(word) && (places.Count > 0 || !Lexicon.Knows(Claim.Analyze(word).FirstOrDefault() ?? ""));
            var isVerb = isContent && !isName && number is null
                && ((WordForms.IsPast(lower) && !(places.Count > 0 && Determiners.Contains(places[^1].Word))) || (places.Count > 0 && Auxiliaries.Contains(places[^1].Word)));
            preposition = Prepositions.Contains(lower) ? lower : isVerb || isBreak || !(isContent || Determiners.Contains(lower)) ? "" : preposition;
            places.Add(new Place(number ?? Claim.Analyze(word).FirstOrDefault() ?? lower, lower, clause, preposition) { IsContent = isContent, IsNumber = number is not null, IsName = isName, IsVerb = isVerb });
            end = span.End;
        }

        return places;
    }

    private static bool IsRelated(string one, string other)
    {
        var (first, second) = (Lexicon.Find(one), Lexicon.Find(other));
        return first.Synonyms.Contains(other) || first.Derived.Contains(other) || second.Synonyms.Contains(one) || second.Derived.Contains(one) || second.Hypernyms.Contains(one);
    }

    private static int Nearest(List<Place> places, int from, Predicate<Place> isIt)
    {
        var behind = places.FindIndex(from, isIt);
        var before = from == 0 ? -1 : places.FindLastIndex(from, isIt);
        return behind < 0 || (before >= 0 && from - before < behind - from) ? before : behind;
    }

    [GeneratedRegex("[,;:()—–.]", RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex("^(?:and|but|or|who|which|whose|where|while|when|because|although|though|before|after|until|if|that|since)$", RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction();
}
