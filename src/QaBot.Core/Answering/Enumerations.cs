using System.Text.RegularExpressions;
using QaBot.Answering.Candidates;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Finds the items of a list that words of a sentence are part of.</summary>
internal static partial class Enumerations
{
    /// <summary>Whether a text names several things.</summary>
    public static bool IsEnumeration(string text) => Enumeration().IsMatch(text);

    /// <summary>All items of the enumeration that a candidate stands in, without names of the question; the candidate where there are not two.</summary>
    public static List<TextSpan> Items(Func<string, bool> isKnown, AnswerCandidate candidate, TextSpan span)
    {
        var (document, text) = (candidate.Passage.Document, candidate.Passage.Document.Text);
        var pattern = WholeSpan.Date().IsMatch(document.Slice(span)) ? WholeSpan.Date() : char.IsDigit(text[span.Start]) ? Numeral() : null;
        var found = pattern is null ? Names() : Run(Matches(pattern, candidate), span, IsSeparator);
        var items = found.FindAll(item => !WindowWords.Terms(document.Slice(item)).All(isKnown));
        return items.Count < 2 ? [span] : items;

        List<TextSpan> Names()
        {
            var isInBrackets = IsInBrackets(text, candidate.Sentence, span);
            var names = NameScanner.Scan(text, candidate.Sentence).FindAll(name => isInBrackets || !IsInBrackets(text, candidate.Sentence, name.Span));
            var enumerated = Run(names.Where((name, i) => !IsBeside(text, name, names.ElementAtOrDefault(i + 1))).Select(name => name.Span), span, IsSeparator);
            var parallel = Parallel(text, names.ConvertAll(name => name.Span), span);
            return parallel.Count > enumerated.Count ? parallel : enumerated;
        }

        bool IsSeparator(TextSpan gap) => Separator().IsMatch(document.Slice(gap));
    }

    /// <summary>"North by Ines Roth, South by Otto Kern", "in Oslo for North and in Rome for South": the names that stand before or behind the same word as the span's, with nothing but names between.</summary>
    private static List<TextSpan> Parallel(string text, List<TextSpan> names, TextSpan span)
    {
        names = Titles(text, names);
        var role = names.FindIndex(name => name.Overlaps(span)) is var at and >= 0 ? Role(text, names[at]) : "";
        return role.Length == 0 ? [] : Run(names.Where(name => Role(text, name) == role), span, gap => SetsApart().IsMatch(WithoutNames(text, gap, names)));
    }

    /// <summary>"North by Ines Roth, Night and Day by Otto Kern": two names with "and" between and a preposition behind both are one title, or said as one.</summary>
    private static List<TextSpan> Titles(string text, List<TextSpan> names)
    {
        var titles = new List<TextSpan>();
        foreach (var name in names)
        {
            if (titles is [.., var last] && text[last.End..name.Start] == " and " && Role(text, last).Length == 0 && PrepositionBehind().IsMatch(text, name.End))
            {
                titles[^1] = new TextSpan(last.Start, name.End);
            }
            else
            {
                titles.Add(name);
            }
        }

        return titles;
    }

    /// <summary>The items around a span between each of which stands what parts items; none where none overlaps it.</summary>
    private static List<TextSpan> Run(IEnumerable<TextSpan> items, TextSpan span, Func<TextSpan, bool> parts)
    {
        var (best, run) = (new List<TextSpan>(), new List<TextSpan>());
        foreach (var item in items)
        {
            if (run.Count > 0 && !parts(new TextSpan(run[^1].End, item.Start)))
            {
                run = [];
            }

            run.Add(item);
            best = run.Exists(one => one.Overlaps(span)) && run.Count > best.Count ? run : best;
        }

        return best;
    }

    /// <summary>The preposition before a name, else the one behind it; nothing where there is neither, and before a clause: "and in Rome she met him".</summary>
    private static string Role(string text, TextSpan name) => BeginsClause().IsMatch(text, name.End) ? ""
        : PrepositionBefore(text, name) is { Length: > 0 } before ? before.TrimEnd()
        : PrepositionBehind().Match(text, name.End).Value;

    private static string PrepositionBefore(string text, TextSpan name) => Preposition().Match(text[Math.Max(0, name.Start - LongestPreposition)..name.Start]).Value.ToLowerInvariant();

    /// <summary>A piece of text with a sign in the place of each name.</summary>
    private static string WithoutNames(string text, TextSpan piece, List<TextSpan> names) => names.Where(piece.Contains).Reverse()
        .Aggregate(text[piece.Start..piece.End], (rest, name) => rest.Remove(name.Start - piece.Start, name.Length).Insert(name.Start - piece.Start, "#"));

    /// <summary>"Ines Roth (North, 1985), Otto Kern (South, 1986)": what stands in brackets is said of an item.</summary>
    private static bool IsInBrackets(string text, TextSpan sentence, TextSpan name)
    {
        var before = text.AsSpan(sentence.Start, name.Start - sentence.Start);
        return before.Count('(') > before.Count(')');
    }

    private static IEnumerable<TextSpan> Matches(Regex pattern, AnswerCandidate candidate) =>
        pattern.Matches(candidate.SentenceText).Select(match => new TextSpan(candidate.Sentence.Start + match.Index, candidate.Sentence.Start + match.Index + match.Length));

    /// <summary>"In Paris, Anna Holm, Ines Roth and Otto Kern sang": a name of another kind behind a preposition is no item.</summary>
    private static bool IsBeside(string text, Name name, Name next) =>
        next.Span.Length > 0 && name.Kind != next.Kind && PrepositionBefore(text, name.Span).Length > 0;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\d([\d,.]*\d)?", Options)]
    private static partial Regex Numeral();

    private const int LongestPreposition = 8;

    [GeneratedRegex($@"\b({Prepositions})\s$", Options)]
    private static partial Regex Preposition();

    private const string Prepositions = "in|at|from|on|near|of|for|with|by";

    /// <summary>Between items, with a sign for each name: what is said of the one, a comma or "and", what is said of the other.</summary>
    [GeneratedRegex($@"^(\s\([^()]*\))?(\s({Prepositions})\s(the\s)?#)*(,|;|&|\sand|\sor|,\s*and|,\s*or|;\s*and)\s((the|#|{Prepositions})\s)*$", Options)]
    private static partial Regex SetsApart();

    [GeneratedRegex($@"\G\s({Prepositions})(?=\s)", Options)]
    private static partial Regex PrepositionBehind();

    [GeneratedRegex(@"\G\s(she|he|they|it|we|i|you)\s", Options)]
    private static partial Regex BeginsClause();

    [GeneratedRegex(@",\s|\s(and|or|&)\s", Options)]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"^(\s\([^()]*\))?(\s*(,|;|&|and|or|,\s*and|,\s*or|;\s*and)\s*(the\s)?)$", Options)]
    private static partial Regex Separator();
}
