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
    private static readonly FrozenSet<string> ClauseWords = WordList.Read("Citations/clause-words.txt");
    private static readonly FrozenSet<string> Starters = WordList.Read("Text/sentence-starters.txt");
    private static readonly FrozenSet<string> FunctionWords = Starters.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words for which there is a sign; each has both as terms.</summary>
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["euro"] = "€",
        ["euros"] = "€",
        ["dollar"] = "$",
        ["dollars"] = "$",
        ["pound"] = "£",
        ["pounds"] = "£",
        ["yen"] = "¥",
        ["percent"] = "%",
        ["percentage"] = "%",
        ["cent"] = "%",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> SignTerms = Signs.Where(pair => pair.Key is "euro" or "dollar" or "pound" or "yen" or "percent")
        .ToFrozenDictionary(pair => pair.Value, pair => Analyze(pair.Key).ToArray(), StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _related;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<int> _negations = [];
    private readonly List<int> _clauses = [];
    private (decimal Value, string? WordSuffix, int End)? _lastNumber;

    private Claim(string text)
    {
        Text = text = IsoDate().Replace(text, Written);
        var (end, isAside) = (0, false);
        foreach (var word in EnglishAnalyzer.Words(text))
        {
            var gap = text.AsSpan(end, word.Start - end);

            // "He never, as his friends and his family said, drank": what is put in between commas does not end what is denied.
            isAside = gap.Contains(',') ? !isAside && _negations.LastOrDefault(-1) == _terms.Count : isAside;
            if (!isAside && (gap.IndexOfAny(".;:!?") >= 0 || ClauseWords.Contains(text[word.Start..word.End].ToLowerInvariant())))
            {
                _clauses.Add(_terms.Count);
            }

            AddWord(text[word.Start..word.End], word.Start, first: end == 0);
            end = word.End;
        }

        foreach (var symbol in text.Where(c => c is '%' or '‰' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol).Select(c => c.ToString()))
        {
            _names.Add(symbol);
            _terms.Add(symbol);
            _terms.AddRange(SignTerms.GetValueOrDefault(symbol, []));
        }

        Terms = [.. _terms];
        _related = new Lazy<HashSet<string>>(() => [.. ContentTerms.Select(Lexicon.Find).SelectMany(entry => entry.Synonyms.Concat(entry.Derived).Concat(entry.Hypernyms))]);
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

    /// <summary>The term of its first word, which has a capital whatever it is; null where that word is no name.</summary>
    public string? FirstName { get; private set; }

    /// <summary>How many negations it has.</summary>
    public int NegationCount => _negations.Count;

    /// <summary>For each negation that has terms behind it the nearest of them.</summary>
    public IEnumerable<string[]> Negated =>
        _negations.Where(i => i < _terms.Count).Select(i => _terms.Skip(i).Take(NegationReach).ToArray());

    /// <summary>For each negation that has terms behind it all those that it may deny: to the end of its clause, and the nearest in any case.</summary>
    public IEnumerable<string[]> Denied =>
        _negations.Where(i => i < _terms.Count).Select(i => _terms.Skip(i).Take(Math.Max(NegationReach, _clauses.FirstOrDefault(clause => clause > i, _terms.Count) - i)).ToArray());

    /// <summary>How many of its negations have no term behind them.</summary>
    public int TrailingNegations => _negations.Count(i => i == _terms.Count);

    /// <summary>Reads a text.</summary>
    public static Claim Read(string text) => new(text);

    /// <summary>Whether it has a term, or another form, a synonym or a kind of what the term names.</summary>
    public bool Says(string term) => Terms.Contains(term) || _related.Value.Contains(term) || Lexicon.Find(term).Synonyms.Any(Terms.Contains);

    /// <summary>The terms of a text, irregular forms as their base.</summary>
    public static IEnumerable<string> Analyze(string text) => EnglishAnalyzer.Analyze(text).Select(token => WordForms.Base(token.Term));

    /// <summary>"1921-05-03" as "3 May 1921"; what is no date stays.</summary>
    private static string Written(Match match) => DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : match.Value;

    private void AddWord(string word, int start, bool first)
    {
        var lower = Apostrophes().Replace(word.ToLowerInvariant(), "'");
        var isSign = Signs.TryGetValue(lower, out var sign) && (lower != "cent" || Text.AsSpan(0, start).EndsWith("per ", StringComparison.OrdinalIgnoreCase));
        if (isSign)
        {
            _terms.Add(sign!);
            _terms.AddRange(SignTerms[sign!]);
            ContentTerms.UnionWith(SignTerms[sign!]);
        }

        foreach (var term in isSign ? [] : Analyze(word))
        {
            _terms.Add(term);
            if (!FunctionWords.Contains(word) && !NumberWords.ContainsKey(lower) && !char.IsDigit(word[0]))
            {
                ContentTerms.Add(term);
            }

            if (char.IsUpper(word[0]) && !(first && (Starters.Contains(word) || word == "According")))
            {
                _names.Add(term);
                FirstName = first ? term : FirstName;
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

        if (NumberWords.TryGetValue(lower, out var number) && !(lower == "one" && Text.AsSpan(0, start).EndsWith("no ", StringComparison.OrdinalIgnoreCase)))
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

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex("[’‘ʼʹ′＇]")]
    private static partial Regex Apostrophes();
}
