using System.Collections.Frozen;
using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>Irregular forms of English words, which the stemmer leaves apart: "bought" of "buy".</summary>
internal static class WordForms
{
    private static readonly FrozenDictionary<string, string> Bases = WordList.Lines("Analysis/word-forms.txt")
        .SelectMany(line => line.Words.Skip(1).Select(form => KeyValuePair.Create(Stem(form), Stem(line.Words[0]))))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = WordList.Lines("Analysis/word-forms.txt").Where(line => line.Label == "verb").SelectMany(line => line.Words.Skip(1))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word in lower case is the past or a participle of a verb, as far as its letters show it.</summary>
    public static bool IsPast(string word) => Verbs.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>The stem of a stem's base form; the same stem where its forms are regular.</summary>
    public static string Base(string stem) => Bases.GetValueOrDefault(stem, stem);

    private static string Stem(string word) => EnglishAnalyzer.Analyze(word) is [var token, ..] ? token.Term : word;
}
