using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Answering.Candidates;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Whether words that were found can answer what is asked, as far as their form and their clause show it.</summary>
internal static partial class AnswerFit
{
    /// <summary>Whether the clause around a candidate denies what the question does not deny: "was not born in Leeds" does not say where.</summary>
    public static bool IsDenied(Question question, AnswerCandidate candidate)
    {
        if (question.Kind is QuestionKind.YesNo or QuestionKind.Reason || Denial().IsMatch(question.Text))
        {
            return false;
        }

        var (sentence, span) = (candidate.SentenceText, candidate.Read.Span.Start - candidate.Sentence.Start);
        var (start, end) = (0, sentence.Length);
        foreach (var boundary in ClauseBoundary().EnumerateMatches(sentence))
        {
            if (boundary.Index > span)
            {
                end = boundary.Index;
                break;
            }

            start = boundary.Index + boundary.Length;
        }

        // "Never Let Me Go" is a title.
        return Denial().Matches(sentence[..end], start).Any(match => match.Index == 0 || char.IsLower(match.Value[0]));
    }

    /// <summary>Whether a candidate is the name of the one whose doings are asked for: "who did she marry" is not answered by her own.</summary>
    public static bool IsSubjectItself(Question question, AnswerCandidate candidate) => question.Kind == QuestionKind.Person && question.SubjectTerms.Count > 0
        && EnglishAnalyzer.Words(question.Text).Any(word => Subject.IsNominative(question.Text[word.Start..word.End].ToLowerInvariant()))
        && EnglishAnalyzer.Analyze(candidate.Text) is { Count: > 0 } own && own.All(token => question.SubjectTerms.Contains(token.Term));

    /// <summary>Whether a candidate is plainly no answer of the kind that is asked for: "Oslo, Norway" and a date are no person, a date and a maiden name no place.</summary>
    public static bool IsOfOtherKind(Question question, AnswerCandidate candidate) => question.Kind switch
    {
        QuestionKind.Person => IsDateOrNumber(candidate.Text) || IsTownAndCountry(candidate.Text),
        QuestionKind.Place => IsDateOrNumber(candidate.Text) || MaidenName().IsMatch(candidate.SentenceText[..(candidate.Read.Span.Start - candidate.Sentence.Start)]),
        _ => false,
    };

    private static bool IsDateOrNumber(string text) => !WholeSpan.Date().Replace(text, "").Any(char.IsLetter);

    private static bool IsTownAndCountry(string text) => text.Split(", ") is [_, var land]
        && EnglishAnalyzer.Analyze(land) is [var token] && Lexicon.Find(token.Term).Hypernyms.IsSupersetOf(["countri", "territori"]);

    /// <summary>Whether words look like an answer of a kind: a date has a month or a year, a price a currency, a number a digit or a word for one, a person, a place or a work a capital.</summary>
    public static bool IsOfKind(QuestionKind kind, string text) => kind switch
    {
        QuestionKind.Date or QuestionKind.Year => WholeSpan.Date().IsMatch(text) || YearOnly().IsMatch(text),
        QuestionKind.Money => Currency().IsMatch(text),
        QuestionKind.Number or QuestionKind.Age or QuestionKind.Duration => WholeSpan.Amount().IsMatch(text) && !WholeSpan.Date().IsMatch(text),
        QuestionKind.Person or QuestionKind.Place or QuestionKind.Work => text.Any(char.IsUpper),
        _ => false,
    };

    /// <summary>Whether what follows a span makes it the owner of what was asked for: "Anna's brother" for "who is her brother".</summary>
    public static bool IsPossessor(string text, TextSpan span) =>
        text.AsSpan(span.End) is ['\'' or '’', 's', ' ', ..];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>"Not until 1911" says 1911, "not Kern but Roth" says Roth, and "lived in Oslo and never married" says Oslo.</summary>
    [GeneratedRegex(@"[,;:—–()]|\b(but|because|although|though|while|until|till|whereas|except|than|who|which)\b|\b(?=without\b)|\band\s(?=(never|not|did|does|was|were|is|are|had|has|could|would|she|he|they|it)\b)", Options)]
    private static partial Regex ClauseBoundary();

    [GeneratedRegex(@"\b(not(?!\s(only|just)\b)|never|no\slonger|nor|neither|without|(did|was|were|is|has|had|does|do|could|would|can|should)n['’]t|cannot|wrongly|falsely|mistakenly|erroneously|incorrectly)\b", Options)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\bn[ée]e\s$", Options)]
    private static partial Regex MaidenName();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"\p{Sc}|\b(dollars?|euros?|pounds?|cents?|pence|crowns?|kron(er|or|e|a)|francs?|marks|yen|r(o?u)bles?|guilders?|million|billion)\b", Options)]
    private static partial Regex Currency();
}
