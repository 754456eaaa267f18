using System.Collections.Frozen;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A language that questions are asked in and that is not read here, told by its commonest words or by its script.</summary>
/// <remarks>
/// Measured: Lingua's models take 0.9 GB for two dozen languages, and its small ones take "Quand est née …?" for German; a question is too
/// short for letters to tell, while its question word does.
/// </remarks>
/// <param name="Name">Its English name.</param>
/// <param name="OwnName">Its name in itself.</param>
internal sealed record Language(string Name, string OwnName)
{
    private const string File = "Answering/languages.txt";

    private static readonly Lazy<List<(Language Language, FrozenSet<string> Asking, FrozenSet<string> All)>> ByWords = new(ReadWords);

    private static readonly (Language Language, char From, char To)[] Scripts =
    [
        (new("Greek", "Ελληνικά"), '\u0370', '\u03FF'), (new("Russian", "Русский"), '\u0400', '\u052F'), (new("Hebrew", "עברית"), '\u0590', '\u05FF'),
        (new("Arabic", "العربية"), '\u0600', '\u06FF'), (new("Hindi", "हिन्दी"), '\u0900', '\u097F'), (new("Thai", "ไทย"), '\u0E00', '\u0E7F'),
        (new("Japanese", "日本語"), '\u3040', '\u30FF'), (new("Korean", "한국어"), '\uAC00', '\uD7AF'), (new("Chinese", "中文"), '\u4E00', '\u9FFF'),
    ];

    /// <summary>What to do, for the one who asked.</summary>
    public string Hint => $"This seems to be {Name} ({OwnName}); questions are read in English.";

    /// <summary>The language of a question that is not English; null for English, and where too little shows.</summary>
    public static Language? Foreign(string question)
    {
        if (question.TrimStart() is ['¿' or '¡', ..])
        {
            return ByWords.Value.Find(entry => entry.Language.Name == "Spanish").Language;
        }

        var letters = question.Count(char.IsLetter);
        foreach (var (language, from, to) in Scripts)
        {
            // Japanese is written with few or many of its own letters among the Chinese ones.
            var written = question.Count(c => c >= from && c <= to);
            if (written * 2 > letters || (written > 0 && language.Name == "Japanese"))
            {
                return language;
            }
        }

        var spelt = EnglishAnalyzer.Words(question).Select(word => question[word.Start..word.End]).ToList();
        var words = spelt.ConvertAll(word => word.ToLowerInvariant());
        var best = ByWords.Value.Where(entry => words.Exists(entry.Asking.Contains)).OrderByDescending(entry => words.Count(entry.All.Contains)).FirstOrDefault();
        if (best.Language is null || words.Count(best.All.Contains) is not (> 1 and var count))
        {
            return null;
        }

        var english = words.Count(IsEnglish) + spelt.Count(word => char.IsLower(word[0]) && !best.All.Contains(word) && !IsEnglish(word) && IsKnown(word));
        return count > english ? best.Language : null;
    }

    private static bool IsEnglish(string word) =>
        QuestionParser.IsFunctionWord(word) || word is "the" or "a" or "an" or "of" or "to" or "and" or "is" or "was" or "in" or "for" or "with" or "by" or "or" or "so" or "will";

    private static bool IsKnown(string word) => EnglishAnalyzer.Analyze(word) is [var token] && Lexicon.Knows(token.Term);

    private static List<(Language, FrozenSet<string>, FrozenSet<string>)> ReadWords() =>
    [
        .. WordList.Lines(File).Chunk(2).Select(pair => (
            new Language(pair[0].Label, pair[1].Label),
            pair[0].Words.ToFrozenSet(StringComparer.Ordinal),
            pair[0].Words.Concat(pair[1].Words).ToFrozenSet(StringComparer.Ordinal))),
    ];
}
