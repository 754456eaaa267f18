using System.Collections.Frozen;
using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>Irregular forms of English words, which the stemmer leaves apart: "bought" of "buy".</summary>
internal static class WordForms
{
    private const string File = "Analysis/word-forms.txt";

    private static readonly FrozenDictionary<string, string> Bases = WordList.Lines(File).Where(line => line.Label != "asked")
        .SelectMany(line => line.Words.Skip(1).Select(form => KeyValuePair.Create(Stem(form), Stem(line.Words[0]))))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = WordList.Lines(File).Where(line => line.Label == "verb").SelectMany(line => line.Words.Skip(1))
        .Where(form => !form.EndsWith('s') && !form.EndsWith("ing", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<ILookup<string, string>> Others = new(() => WordList.Lines(File)
        .SelectMany(line => line.Words.SelectMany(word => line.Words.Where(other => other != word).Select(other => (word, other))))
        .ToLookup(pair => pair.word, pair => pair.other, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a word in lower case is the past or a participle of a verb, as far as its letters show it.</summary>
    public static bool IsPast(string word) => word is "born" || Verbs.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>Whether a word ends as plurals do, and not as "glass", "bus" and "thesis".</summary>
    public static bool EndsAsPlural(string word) => word is [.., not ('s' or 'u' or 'i'), 's'];

    /// <summary>The stem of a stem's base form; the same stem where its forms are regular.</summary>
    public static string Base(string stem) => Bases.GetValueOrDefault(stem, stem);

    /// <summary>The other forms of a word that has irregular ones, whatever its case.</summary>
    public static IEnumerable<string> Of(string word) => Others.Value[word];

    private static string Stem(string word) => EnglishAnalyzer.Analyze(word) is [var token, ..] ? token.Term : word;
}
