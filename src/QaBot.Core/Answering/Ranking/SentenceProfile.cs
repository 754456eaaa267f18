using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>What of a sentence questions are compared with; made once a sentence.</summary>
internal sealed partial class SentenceProfile
{
    private readonly List<string> _strong = [];
    private readonly Dictionary<NameKind, HashSet<string>> _terms = [];
    private SentenceWords? _words;
    private readonly Dictionary<QuestionKind, IReadOnlyList<TextSpan>> _candidates = [];

    public SentenceProfile(Document document, TextSpan span)
    {
        Document = document;
        Span = span;
        Text = document.Slice(span);
        Tokens = EnglishAnalyzer.Analyze(Text);
        Terms = [.. Tokens.Select(t => t.Term)];
        TermSet = Terms.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in TermSet.Select(Lexicon.Find))
        {
            Synonyms.UnionWith(entry.Synonyms);
            Derived.UnionWith(entry.Derived);
            Hypernyms.UnionWith(entry.Hypernyms);
        }

        WordCount = Tokens.Count == 0 ? 0 : Tokens[^1].Position + 1;
        var first = FirstWord(Text);
        IsAnaphoric = Anaphor().IsMatch(Text);
        RefersToWork = Work().IsMatch(Text);
        NameTerms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in NameScanner.Scan(document.Text, span))
        {
            var terms = TokensIn(name.Span).Select(t => t.Term).ToList();
            NameTerms.UnionWith(terms);
            TermsOf(name.Kind).UnionWith(terms);
            if (name.Kind != NameKind.Other || terms.Count > 1)
            {
                _strong.AddRange(terms);
            }
        }

        StartsWithPronoun = first is "He" or "She" or "It" or "They" or "This" or "These" or "His" or "Her" or "Their" or "Its";
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Its place in the document.</summary>
    public TextSpan Span { get; }

    /// <summary>Its characters.</summary>
    public string Text { get; }

    /// <summary>Its terms with offsets in <see cref="Text"/>.</summary>
    public List<Token> Tokens { get; }

    /// <summary>The terms of <see cref="Tokens"/>.</summary>
    public string[] Terms { get; }

    /// <summary>The different terms.</summary>
    public HashSet<string> TermSet { get; }

    /// <summary>The synonyms of its terms.</summary>
    public HashSet<string> Synonyms { get; } = new(StringComparer.Ordinal);

    /// <summary>What its terms are derived from, and what is derived from them.</summary>
    public HashSet<string> Derived { get; } = new(StringComparer.Ordinal);

    /// <summary>What its terms are kinds of.</summary>
    public HashSet<string> Hypernyms { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of words.</summary>
    public int WordCount { get; }

    /// <summary>Whether its subject is named in a sentence before it.</summary>
    public bool StartsWithPronoun { get; }

    /// <summary>Whether it points back at something named before: "it", "this", "the film".</summary>
    public bool IsAnaphoric { get; }

    /// <summary>Whether it speaks of a work without its title: "the film", "this book", or "it" as its subject.</summary>
    public bool RefersToWork { get; }

    /// <summary>The terms of its names of a kind.</summary>
    public HashSet<string> TermsOf(NameKind kind)
    {
        if (!_terms.TryGetValue(kind, out var terms))
        {
            _terms.Add(kind, terms = new HashSet<string>(StringComparer.Ordinal));
        }

        return terms;
    }

    /// <summary>The terms of its names.</summary>
    public HashSet<string> NameTerms { get; }

    /// <summary>Whether it names a person, a work or anything in several words, besides the terms of <paramref name="known"/>.</summary>
    public bool Introduces(Func<string, bool> known) => _strong.Exists(term => !known(term));

    /// <summary>Its words, for the bounds of a short answer.</summary>
    public SentenceWords Words => _words ??= new SentenceWords(this);

    /// <summary>The pieces that could be a short answer of a kind.</summary>
    public IReadOnlyList<TextSpan> Candidates(QuestionKind kind)
    {
        lock (_candidates)
        {
            if (!_candidates.TryGetValue(kind, out var candidates))
            {
                _candidates.Add(kind, candidates = [.. AnswerSpanScanner.Scan(Document.Text, Span, kind)]);
            }

            return candidates;
        }
    }

    /// <summary>The tokens within a span of the document.</summary>
    public IEnumerable<Token> TokensIn(TextSpan span) =>
        Tokens.Where(t => t.Span.Start + Span.Start >= span.Start && t.Span.End + Span.Start <= span.End);

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(" ,'’");
        return end < 0 ? text : text[..end];
    }

    [GeneratedRegex(@"\b(it|its|this|these|that|(the|this|that|both)\s(\w+\s)?(films?|movies?|books?|novels?|plays?|productions?|shows?|series|roles?|albums?|songs?|story|segment|project|documentary|battle|war|campaign|treaty|work|paper|theory))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Anaphor();

    [GeneratedRegex(@"\b(the|this|that)\s(\w+\s)?(films?|movies?|books?|novels?|plays?|productions?|shows?|series|albums?|songs?|segment|project|documentary|work|picture|feature|opera|musical|novella|essay|paper)\b|^it\b|,\sit\s(was|is|won|received|premiered|opened)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Work();
}
