using System.Globalization;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>Compares a sentence, word by word, with the quotes that it cites.</summary>
internal static class Agreement
{
    /// <summary>At least this share of a sentence's content terms is in what it cites, or related to a word there in the lexicon.</summary>
    private const double SmallestShare = 0.7;

    /// <summary>At least this share of them and the numbers is there itself; at 0.6 one sentence of a biography stood for another.</summary>
    private const double SmallestOwnShare = 2.0 / 3;

    private static readonly string[] DenyingPrefixes = ["un", "in", "im", "dis", "non"];

    private static readonly ILookup<string, string> Opposites = WordList.Lines("Citations/exclusive-words.txt")
        .Select(line => (Term(line.Words[0]), Term(line.Words[1])))
        .SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) })
        .ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Where a sentence that is no quote word for word says something else than what it cites.</summary>
    public static IEnumerable<VerificationFault> Faults(string sentence, Claim quotes)
    {
        var claim = Claim.Read(sentence);
        if (CitedText.HasFalseMarker(sentence))
        {
            yield return new(FaultKind.Marker, $"“{Shorten(sentence)}” has what looks like a marker and is none.");
        }

        if (claim.Numbers.FirstOrDefault(n => n.Value > quotes.Numbers.GetValueOrDefault(n.Key)).Key is { } number)
        {
            yield return new(FaultKind.Number, $"{number} is not, or not as often, in what “{Shorten(sentence)}” cites.");
        }

        if (claim.Names.FirstOrDefault(n => !quotes.Terms.Contains(n) && !(n == claim.FirstName && quotes.Says(n))) is { } name)
        {
            yield return new(FaultKind.Name, $"“{name}” is not in what “{Shorten(sentence)}” cites.");
        }

        if (Denies(claim, quotes))
        {
            yield return new(FaultKind.Negation, $"“{Shorten(sentence)}” and what it cites differ in a negation.");
        }

        var content = claim.ContentTerms;
        if (content.Count(quotes.Says) < SmallestShare * content.Count || content.Count(quotes.Terms.Contains) + claim.Numbers.Count < SmallestOwnShare * (content.Count + claim.Numbers.Count) || (content.Count == 0 && claim.Numbers.Count == 0))
        {
            yield return new(FaultKind.Words, $"Too few words of “{Shorten(sentence)}” are in what it cites.");
        }

        if (sentence.Any(c => IsUnusual(c) && !quotes.Text.Contains(c)))
        {
            yield return new(FaultKind.Words, $"“{Shorten(sentence)}” has a character that is not in what it cites.");
        }
    }

    /// <summary>A text as a message shows it.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "…";

    /// <summary>
    /// Whether one has a negation that the other lacks or has elsewhere, or a word that is the other's opposite. What is denied in the quotes may be left out, words and all.
    /// </summary>
    private static bool Denies(Claim claim, Claim quotes)
    {
        var negated = quotes.Negated.SelectMany(terms => terms).ToHashSet(StringComparer.Ordinal);
        return claim.NegationCount > quotes.NegationCount
            || (claim.NegationCount < quotes.NegationCount && quotes.Denied.Count(terms => terms.Any(claim.Says)) + quotes.TrailingNegations > claim.NegationCount)
            || claim.Negated.Any(terms => !terms.Any(negated.Contains))
            || claim.Terms.Except(quotes.Terms).Any(term => DenyingPrefixes.Any(prefix => quotes.Terms.Contains(prefix + term)
                || (term.StartsWith(prefix, StringComparison.Ordinal) && quotes.Terms.Contains(term[prefix.Length..])))
                || Opposites[term].Any(other => quotes.Terms.Contains(other) && !claim.Terms.Contains(other)));
    }

    /// <summary>Whether a character can hide a word or look like another: it is no letter, digit or common mark of English print.</summary>
    private static bool IsUnusual(char c) => !char.IsWhiteSpace(c) && (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.OtherNumber or UnicodeCategory.ModifierSymbol
        || c is not (< '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '‐' and <= '—') or '‘' or '’' or '“' or '”' or '…' or (>= '\u20A0' and <= '\u20CF')));

    private static string Term(string word) => EnglishAnalyzer.Analyze(word) is [var token] ? WordForms.Base(token.Term) : word;
}
