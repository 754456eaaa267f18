using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>What a piece of text states, as far as it can be compared word by word: its numbers, names, negation and content words.</summary>
internal sealed partial class Claim
{
    /// <summary>Terms behind a negation that it may be about.</summary>
    private const int NegationReach = 3;

    private const string Ordinal = "th";

    private static readonly FrozenDictionary<string, (decimal Value, string Suffix)> NumberWords = WordList.Lines("Citations/number-words.txt")
        .SelectMany(line => line.Words.Select(word => KeyValuePair.Create(word, Number(line.Label)))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations = WordList.Read("Citations/negations.txt");
    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");
    private static readonly FrozenSet<string> FunctionWords = Starters.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<int> _negations = [];
    private (decimal Value, string? WordSuffix, int End)? _lastNumber;

    private Claim(string text)
    {
        Text = text;
        var first = true;
        foreach (var word in EnglishAnalyzer.Words(text))
        {
            AddWord(text[word.Start..word.End], word.Start, first);
            first = false;
        }

        foreach (var symbol in text.Where(c => c is '%' or '‰' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol))
        {
            _names.Add(symbol.ToString());
            _terms.Add(symbol.ToString());
        }

        Terms = [.. _terms];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The values of its numbers, number words and "60 million" included, and how often it has each.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>The analysed terms of its capitalised words, but for a function word at its start; signs of currency and per cent.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>All its different analysed terms.</summary>
    public HashSet<string> Terms { get; }

    /// <summary>The terms that are neither function words nor numbers: those that say what it is about.</summary>
    public HashSet<string> ContentTerms { get; } = new(StringComparer.Ordinal);

    /// <summary>How many negations it has.</summary>
    public int NegationCount => _negations.Count;

    /// <summary>For each negation that has terms behind it the nearest of them.</summary>
    public IEnumerable<string[]> Negated =>
        _negations.Where(i => i < _terms.Count).Select(i => _terms.Skip(i).Take(NegationReach).ToArray());

    /// <summary>Reads a text.</summary>
    public static Claim Read(string text) => new(text);

    private void AddWord(string word, int start, bool first)
    {
        var lower = Apostrophes().Replace(word.ToLowerInvariant(), "'");
        foreach (var token in EnglishAnalyzer.Analyze(word))
        {
            _terms.Add(token.Term);
            if (!FunctionWords.Contains(word) && !NumberWords.ContainsKey(lower) && !char.IsDigit(word[0]))
            {
                ContentTerms.Add(token.Term);
            }

            if (char.IsUpper(word[0]) && !(first && Starters.Contains(word)))
            {
                _names.Add(token.Term);
            }
        }

        if (Negations.Contains(lower) || lower.EndsWith("n't", StringComparison.Ordinal))
        {
            _negations.Add(_terms.Count);
        }

        foreach (Match match in Digits().Matches(word))
        {
            var negative = match.Index == 0 && start > 0 && Text[start - 1] is '-' or '−' && (start == 1 || char.IsWhiteSpace(Text[start - 2]));
            if (decimal.TryParse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                AddNumber(negative ? -value : value, wordSuffix: null, start, start + word.Length);
            }
            else
            {
                _names.Add(match.Value);
            }
        }

        if (NumberWords.TryGetValue(lower, out var number))
        {
            AddNumber(number.Value, number.Suffix, start, start + word.Length);
        }
    }

    /// <summary>Counts a number, as one with the number right before it where they are one: "thirty-one", "60 million".</summary>
    /// <param name="value">Its value.</param>
    /// <param name="wordSuffix">For a number word what tells "first" from "one"; null for digits.</param>
    /// <param name="start">Where its word begins.</param>
    /// <param name="end">Where its word ends.</param>
    private void AddNumber(decimal value, string? wordSuffix, int start, int end)
    {
        if (_lastNumber is { } last && start - last.End == 1 && Text[last.End] is ' ' or '\u00A0' or '-' or '‑')
        {
            var isUnit = last.WordSuffix is not null && last.Value is >= 20 and < 100 && last.Value % 10 == 0 && value is > 0 and < 10;
            var isScale = wordSuffix is not null && value >= 100 && Math.Abs(last.Value) < 1_000_000_000;
            if (isUnit || isScale)
            {
                Count(last.Value, last.WordSuffix, -1);
                value = isUnit ? last.Value + value : last.Value * value;
            }
        }

        Count(value, wordSuffix, 1);
        _lastNumber = (value, wordSuffix, end);
    }

    private void Count(decimal value, string? suffix, int by)
    {
        var key = value.ToString("G29", CultureInfo.InvariantCulture) + suffix;
        _numbers[key] = _numbers.GetValueOrDefault(key) + by;
    }

    private static (decimal, string) Number(string label) => label.EndsWith(Ordinal, StringComparison.Ordinal)
        ? (decimal.Parse(label.AsSpan(0, label.Length - Ordinal.Length), CultureInfo.InvariantCulture), Ordinal)
        : (decimal.Parse(label, CultureInfo.InvariantCulture), "");

    [GeneratedRegex(@"[0-9]+(,[0-9]{3})*(\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex("[’‘ʼʹ′＇]")]
    private static partial Regex Apostrophes();
}
