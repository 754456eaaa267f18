using System.Text.RegularExpressions;

namespace QaBot.Text;

/// <summary>Whom a source is mostly about: the name that it has most often, and the pronoun it uses most.</summary>
/// <param name="Name">The name as it stands alone most often, a surname as a rule.</param>
/// <param name="FullName">The name with the word that stands before it most often; the same as <paramref name="Name"/> where none does.</param>
/// <param name="IsFemale">Whether the source has more of "she" and "her" than of "he" and "his".</param>
internal sealed partial record Subject(string Name, string FullName, bool IsFemale)
{
    private const int Sample = 200_000;
    private const int MostSamples = 20;
    private const int FewestMentions = 5;

    /// <summary>The subject of a corpus, or null where no name stands out.</summary>
    public static Subject? Of(Corpus corpus)
    {
        var samples = corpus.Documents.Take(MostSamples).Select(d => d.Text[..Math.Min(Sample, d.Text.Length)]).ToList();
        var words = samples.SelectMany(sample => NameWord().Matches(sample)).Where(match => !SentenceSegmenter.IsStarter(match.Value)).ToList();
        var (name, count) = Commonest(words.Select(match => match.Value));
        if (count < FewestMentions)
        {
            return null;
        }

        var (full, fullCount) = Commonest(samples.SelectMany(sample => Regex.Matches(sample, $@"\b\p{{Lu}}\p{{Ll}}+ {Regex.Escape(name)}\b")).Select(match => match.Value));
        var isFemale = samples.Sum(sample => She().Count(sample)) > samples.Sum(sample => He().Count(sample));
        return new Subject(name, fullCount > 1 ? full : name, isFemale);
    }

    /// <summary>Whether a lower-case word is the subject's pronoun.</summary>
    public bool IsPronoun(string word) => IsFemale ? IsFemalePronoun(word) : IsMalePronoun(word);

    /// <summary>Whether a lower-case word is the pronoun of any subject.</summary>
    public static bool IsAnyPronoun(string word) => IsFemalePronoun(word) || IsMalePronoun(word);

    /// <summary>Whether a lower-case word is a pronoun for whoever does or is something.</summary>
    public static bool IsNominative(string word) => word is "she" or "he";

    private static bool IsFemalePronoun(string word) => word is "she" or "her" or "hers" or "herself";

    private static bool IsMalePronoun(string word) => word is "he" or "him" or "his" or "himself";

    private static (string Value, int Count) Commonest(IEnumerable<string> values)
    {
        var best = values.CountBy(value => value, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return (best.Key ?? "", best.Value);
    }

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\b([Ss]he|[Hh]ers?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex She();

    [GeneratedRegex(@"\b([Hh]e|[Hh]im|[Hh]is)\b", RegexOptions.CultureInvariant)]
    private static partial Regex He();
}
