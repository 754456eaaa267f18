using System.Text.RegularExpressions;

namespace QaBot.Text;

/// <summary>Whom a source is mostly about: the name that it has most often, and the pronoun it uses most.</summary>
/// <param name="Name">The name as it stands alone most often, a surname as a rule.</param>
/// <param name="FullName">The name in full, as a source opens with it or as it stands most often; the same as <paramref name="Name"/> where none stands out.</param>
/// <param name="IsFemale">Whether the source has more of "she" and "her" than of "he" and "his".</param>
internal sealed partial record Subject(string Name, string FullName, bool IsFemale)
{
    private const int Sample = 200_000;
    private const int MostSamples = 20;
    private const int FewestMentions = 5;

    /// <summary>A word that stands behind "the" more often than this share is a title or a thing: "the King".</summary>
    private const double MostBehindThe = 0.3;

    /// <summary>A full name that begins among so many first UTF-16 units of a source is whom it is about.</summary>
    private const int Opening = 80;

    /// <summary>A name has at most so many UTF-16 units.</summary>
    private const int LongestName = 80;

    /// <summary>So many places of a name are looked at in a document.</summary>
    private const int MostMentions = 5_000;

    /// <summary>Another full name that stands there more than so many times as often as the opening's is the subject's.</summary>
    private const int FarMore = 3;

    /// <summary>Of a longer name the first word and the last are kept.</summary>
    private const int MostWords = 4;

    /// <summary>The full name without what others have in theirs: particles and what is abbreviated, "von" and "Dr.".</summary>
    public string OwnNames => string.Join(' ', FullName.Split(' ').Where(word => !NameScanner.IsParticle(word) && word[^1] != '.'));

    /// <summary>The subject of a corpus, or null where no name stands out.</summary>
    public static Subject? Of(Corpus corpus)
    {
        var samples = corpus.Documents.Take(MostSamples).Select(d => d.Text[..Math.Min(Sample, d.Text.Length)]).ToList();
        var behindThe = samples.SelectMany(sample => BehindThe().Matches(sample)).CountBy(match => match.Groups["name"].Value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var names = samples.SelectMany(sample => NameWord().Matches(sample)).Select(match => match.Value).Where(word => !SentenceSegmenter.IsStarter(word))
            .CountBy(word => word, StringComparer.Ordinal).Where(word => behindThe.GetValueOrDefault(word.Key) <= MostBehindThe * word.Value);
        var (name, count) = names.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        if (count < FewestMentions)
        {
            return null;
        }

        var isFemale = samples.Sum(sample => She().Count(sample)) > samples.Sum(sample => He().Count(sample));
        return new Subject(name, FullNameOf(name, samples), isFemale);
    }

    /// <summary>The name as a source opens with it, unless another bearer of it stands there far more often, else as it stands in full most often, by far; else alone.</summary>
    private static string FullNameOf(string name, List<string> samples)
    {
        var mention = new Regex($@"(?<=^|[^\w]){Regex.Escape(name)}\b", RegexOptions.CultureInvariant);
        var found = samples.SelectMany(sample => mention.Matches(sample).Take(MostMentions).Select(match => NameEndingAt(sample, match.Index + name.Length, name))).OfType<(int Start, string Name)>().ToList();
        var counts = found.CountBy(match => match.Name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (counts.Count == 0)
        {
            return name;
        }

        var (common, count) = counts[0];
        var opening = found.Find(match => match.Start < Opening).Name;
        return opening is not null && count <= FarMore * counts.Find(pair => pair.Key == opening).Value ? opening
            : count > 1 && (counts.Count == 1 || count >= 2 * counts[1].Value) ? common
            : name;
    }

    /// <summary>The name that ends at a place, with the words before it that belong to it; null for none: "When John von Neumann" gives "John von Neumann".</summary>
    private static (int Start, string Name)? NameEndingAt(string text, int end, string name)
    {
        var before = BlankLine().Split(text[Math.Max(0, end - LongestName)..end])[^1];
        var words = Nickname().Replace(before, " ").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length - 1;
        while (first > 0 && words[first - 1] != name && (NameScanner.IsParticle(words[first - 1]) || IsOfName(Unmarked(words[first - 1]))))
        {
            first--;
        }

        var named = words[first..].SkipWhile(NameScanner.IsParticle).Select(Unmarked).ToList();
        return named.Count < 2 ? null : (end - named.Sum(word => word.Length + 1), named.Count > MostWords ? $"{named[0]} {named[^1]}" : string.Join(' ', named));
    }

    private static string Unmarked(string word) => word.TrimStart('\uFEFF', '*', '_', '(', '[', '#', '>', '"', '“');

    private static bool IsOfName(string word) => word.Length > 0 && char.IsUpper(word[0]) && (char.IsLetter(word[^1]) || IsShort(word)) && !SentenceSegmenter.IsStarter(word);

    /// <summary>"D.", "St." and "J.R.R." are part of a name, "Wars." is not.</summary>
    private static bool IsShort(string word) => word[^1] == '.' && (word.Length <= 3 || word[1] == '.');

    /// <summary>Whether a lower-case word is the subject's pronoun.</summary>
    public bool IsPronoun(string word) => IsFemale ? IsFemalePronoun(word) : IsMalePronoun(word);

    /// <summary>Whether a lower-case word is the pronoun of any subject.</summary>
    public static bool IsAnyPronoun(string word) => IsFemalePronoun(word) || IsMalePronoun(word);

    /// <summary>Whether a lower-case word is a pronoun for whoever does or is something.</summary>
    public static bool IsNominative(string word) => word is "she" or "he";

    private static bool IsFemalePronoun(string word) => word is "she" or "her" or "hers" or "herself";

    private static bool IsMalePronoun(string word) => word is "he" or "him" or "his" or "himself";

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\bthe (?<name>\p{Lu}\p{Ll}{2,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BehindThe();

    [GeneratedRegex(@"\s[""“][^""”]+[""”]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Nickname();

    [GeneratedRegex(@"(?>\r\n|[\n\r\u0085\u2028\u2029])[ \t]*(?>\r\n|[\n\r\u0085\u2028\u2029])", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\b([Ss]he|[Hh]ers?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex She();

    [GeneratedRegex(@"\b([Hh]e|[Hh]im|[Hh]is)\b", RegexOptions.CultureInvariant)]
    private static partial Regex He();
}
