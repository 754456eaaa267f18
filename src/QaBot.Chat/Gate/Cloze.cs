using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>A question for one phrase of a sentence: the sentence with a question word in the phrase's place.</summary>
/// <param name="Question">The question.</param>
/// <param name="Phrase">What the sentence says there.</param>
internal sealed partial record Cloze(string Question, Claim Phrase)
{
    private const int Most = 6;
    private const double SmallestShare = 0.5;

    private static readonly string Months = string.Join('|', CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(month => month.Length > 0));
    private static readonly Regex Date = new(
        $@"\b(?:[0-9]{{1,2}} )?(?:{Months})(?: [0-9]{{1,2}})?(?:,? [0-9]{{4}})?\b|\b[12][0-9]{{3}}s?\b", RegexOptions.CultureInvariant);

    /// <summary>The questions of a sentence: for names, dates and numbers first, then for other phrases.</summary>
    public static List<Cloze> Of(string sentence)
    {
        var clozes = new List<(TextSpan Span, string Word)>();
        foreach (Match date in Date.Matches(sentence))
        {
            Add(date.Index, date.Length, date.Value.Contains(' ', StringComparison.Ordinal) ? "what date" : "what year");
        }

        foreach (var name in NameScanner.Scan(sentence, new TextSpan(0, sentence.Length)))
        {
            Add(name.Span.Start, name.Span.Length, name.Kind == NameKind.Person ? "who" : PlaceBefore().IsMatch(sentence[..name.Span.Start]) ? "which place" : "what");
        }

        foreach (Match number in Number().Matches(sentence).Where(match => Claim.Read("the " + match.Value).Numbers.Count > 0))
        {
            Add(number.Index, number.Length, char.GetUnicodeCategory(number.Value[0]) == UnicodeCategory.CurrencySymbol ? "how much" : "how many");
        }

        foreach (Match phrase in NounPhrase().Matches(sentence).Concat(Object().Matches(sentence)).Where(match => Claim.Read("the " + match.Groups["words"].Value).ContentTerms.Count > 0))
        {
            Add(phrase.Groups["phrase"].Index, phrase.Groups["phrase"].Length, "what");
        }

        return [.. clozes.Take(Most).Select(cloze => new Cloze(Ask(sentence, cloze.Span, cloze.Word), Claim.Read("the " + sentence[cloze.Span.Start..cloze.Span.End])))];

        void Add(int start, int length, string word)
        {
            var span = new TextSpan(start, start + length);
            if (!clozes.Exists(cloze => cloze.Span.Overlaps(span)))
            {
                clozes.Add((span, word));
            }
        }
    }

    /// <summary>Whether some words of the source are the phrase, a part of it or a pronoun that may stand for it.</summary>
    public bool IsAnsweredBy(string words)
    {
        var found = Claim.Read("the " + words);
        if (found.ContentTerms.Count + found.Numbers.Count == 0)
        {
            return Phrase.Numbers.Count == 0 && Pronoun().IsMatch(words);
        }

        if (Phrase.Numbers.Count > 0)
        {
            return Phrase.Numbers.Keys.All(found.Numbers.ContainsKey);
        }

        var shared = Phrase.ContentTerms.Count(found.Says);
        return shared >= SmallestShare * Phrase.ContentTerms.Count || (shared > 0 && shared >= SmallestShare * found.ContentTerms.Count);
    }

    private static string Ask(string sentence, TextSpan span, string word)
    {
        var (before, after) = (sentence[..span.Start], sentence[span.End..].TrimEnd('.', '!', ' '));
        return before.Length == 0 ? $"{char.ToUpperInvariant(word[0])}{word[1..]}{after}?" : $"{before}{word}{after}?";
    }

    [GeneratedRegex(@"\b(?:in|at|from|to|near|of)\s$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"(?:[\p{Sc}]\s?)?[0-9][0-9.,]*[0-9]|[0-9]|\b\p{L}+(?:-\p{L}+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?<phrase>(?i:the|an?|his|her|their|its) (?<words>(?!(?:is|was|were|are|had|has|have|of|in|on|at|to|for|from|by|with|as|and|or|but|that|who|which)\b)[\p{Ll}-]+(?: (?!(?:is|was|were|are|had|has|have|did|does|can|could|may|might|will|would|must|should|of|in|on|at|to|for|from|by|with|as|and|or|but|that|who|which|into|until|after|before|\p{L}+ed)\b)[\p{Ll}-]+){0,2}))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex NounPhrase();

    [GeneratedRegex(@"\b(?:by|in|of|for|with|to|from|at|on|into|as) (?<phrase>(?<words>(?!(?:the|an?|his|her|their|its|be|have)\b)\p{Ll}{3,}))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"^(?:(?:she|he|it|they|her|him|them|his|its|their|who|which|this|these|those|both|one)\b\s?)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
