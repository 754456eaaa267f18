using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>What a piece of text states, as far as it can be compared word by word: its numbers, names, negation and content words.</summary>
internal sealed partial class Claim
{
    private static readonly FrozenDictionary<string, string> NumberWords = WordList.Lines("Citations/number-words.txt")
        .SelectMany(line => line.Words.Select(word => (word, line.Label))).ToFrozenDictionary(pair => pair.word, pair => pair.Label, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations =
        new[] { "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere", "hardly", "barely" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");

    private Claim(Dictionary<string, int> numbers, HashSet<string> names, HashSet<string> terms, int negations)
    {
        Numbers = numbers;
        Names = names;
        Terms = terms;
        NegationCount = negations;
    }

    /// <summary>Its numbers as digits without separators, number words included, and how often it has each.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>The analysed terms of its capitalised words, but for a function word at its start.</summary>
    public HashSet<string> Names { get; }

    /// <summary>All its analysed terms.</summary>
    public HashSet<string> Terms { get; }

    /// <summary>How many negations it has.</summary>
    public int NegationCount { get; }

    /// <summary>Reads a text.</summary>
    public static Claim Read(string text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (names, terms) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var negations = 0;
        var first = true;
        var tokenizer = new WordTokenizer(text);
        while (tokenizer.MoveNext())
        {
            var word = text[tokenizer.Start..tokenizer.End];
            var lower = word.ToLowerInvariant().Replace('’', '\'');
            negations += Negations.Contains(lower) || lower.EndsWith("n't", StringComparison.Ordinal) ? 1 : 0;
            AddNumbers(numbers, word, lower);
            foreach (var token in EnglishAnalyzer.Analyze(word))
            {
                terms.Add(token.Term);
                if (char.IsUpper(word[0]) && !(first && Starters.Contains(word)))
                {
                    names.Add(token.Term);
                }
            }

            first = false;
        }

        return new Claim(numbers, names, terms, negations);
    }

    private static void AddNumbers(Dictionary<string, int> numbers, string word, string lower)
    {
        foreach (Match match in Digits().Matches(word))
        {
            Count(match.Value.Replace(",", "", StringComparison.Ordinal));
        }

        if (NumberWords.TryGetValue(lower, out var number))
        {
            Count(number);
        }

        void Count(string value) => numbers[value] = numbers.GetValueOrDefault(value) + 1;
    }

    [GeneratedRegex(@"\d+(,\d{3})*(\.\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
