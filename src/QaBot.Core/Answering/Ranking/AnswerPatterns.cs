using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>Turns of phrase in which English states a definition, a maker or a count.</summary>
internal static partial class AnswerPatterns
{
    /// <summary>Whether a name of the question stands behind somebody's possessive or before "by" and a name: "Shaw's play Candida", "Candida by Shaw".</summary>
    public static bool IsMadeBy(QuestionProfile question, SentenceProfile sentence)
    {
        const int Near = 4;
        var words = sentence.Words;
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (words.Terms[i] is not { } term || question.IndexOf(term) is not (>= 0 and var place) || !question.Question.Terms[place].IsName)
            {
                continue;
            }

            for (var j = Math.Max(0, i - Near); j < i; j++)
            {
                if (words.Classes[j] == WordClass.Possessive && words.Terms[j] is { } owner && question.IndexOf(owner) < 0)
                {
                    return true;
                }
            }

            for (var j = i + 1; j < Math.Min(words.Words.Count - 1, i + 1 + Near); j++)
            {
                if (words.Words[j] is "by" && char.IsUpper(words.Words[j + 1][0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a date stands in brackets behind a name that the question does not have: "her mother Ann Lee (born 1939)" dates the mother
    /// alone. A question for somebody by a word ("her mother") may mean that name.
    /// </summary>
    public static bool IsAnothersLife(QuestionProfile question, SentenceProfile sentence, TextSpan date)
    {
        if (question.Kind is not (QuestionKind.Date or QuestionKind.Year) || question.Question.Terms.Any(term => QuestionParser.IsPerson(term.Word)))
        {
            return false;
        }

        var before = sentence.Text.AsSpan(0, date.Start - sentence.Span.Start);
        var bracket = before.LastIndexOf('(');
        if (bracket < 0 || before[bracket..].Contains(')') || !LifeLead().IsMatch(before[(bracket + 1)..]))
        {
            return false;
        }

        var end = sentence.Span.Start + before[..bracket].TrimEnd().Length;
        return sentence.Words.Names.Exists(name => name.Kind == NameKind.Person && name.Span.End == end
            && sentence.TokensIn(name.Span).All(token => !question.IsKnown(token.Term)));
    }

    /// <summary>Whether a number stands right before what the question counts, or before something related to it.</summary>
    public static bool IsCounted(QuestionProfile question, SentenceProfile sentence)
    {
        const int Near = 3;
        if (question.Question.Focus is not { } focus)
        {
            return false;
        }

        var related = Lexicon.Find(focus);
        return sentence.Candidates(question.Kind).Any(span => sentence.Tokens
            .Where(token => token.Span.Start + sentence.Span.Start >= span.End).Take(Near)
            .Any(token => token.Term == focus || related.Synonyms.Contains(token.Term) || related.Derived.Contains(token.Term) || Lexicon.Find(token.Term).Hypernyms.Contains(focus)));
    }

    /// <summary>"X is a …", "X (born …) was the …": the subject named first, then a copula.</summary>
    public static bool IsDefinition(QuestionProfile question, SentenceProfile sentence)
    {
        var begins = sentence.Tokens.Count > 0 && question.IndexOf(sentence.Tokens[0].Term) >= 0;
        return begins && (sentence.Text.Contains(" is a", StringComparison.Ordinal) || sentence.Text.Contains(" was a", StringComparison.Ordinal)
            || sentence.Text.Contains(" is the", StringComparison.Ordinal) || sentence.Text.Contains(" was the", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^((born|died|b\.|d\.|c\.)\s?(on\s|in\s|circa\s)?|[0-9]{4}\s?[–-]\s?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LifeLead();
}
