using System.Text.RegularExpressions;
using QaBot.Answering.Candidates;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Makes the short answer of the words that were found: whole numbers, names and dates, all items of a list, Yes or No.</summary>
internal static partial class ShortAnswer
{
    /// <summary>The short answer, or null where a few words would mislead: the sentence alone is shown then.</summary>
    public static string? Of(AskedWords asked, AnswerCandidate candidate)
    {
        var question = asked.Question;
        if (question.Kind == QuestionKind.YesNo)
        {
            return YesNo.Verdict(asked, candidate);
        }

        var span = AskedCell.Find(asked, candidate) ?? Named(question, candidate, WholeSpan.Of(question.Kind, candidate));
        return question.Kind == QuestionKind.Reason && !candidate.Passage.Document.Slice(span).Any(char.IsLetter) ? null : Text(question.Kind == QuestionKind.Number ? WithUnit(question.Text, candidate, span) : YearOfLife(question.Text, candidate.Passage.Document.Text, span), candidate);
    }

    /// <summary>"What play?": not "the Kern play" but its name, in "the Kern play, Grey Harbour," and "the play Grey Harbour" and "Grey Harbour, a Kern play,".</summary>
    private static TextSpan Named(Question question, AnswerCandidate candidate, TextSpan span)
    {
        var text = candidate.Passage.Document.Text;
        var kind = AskedKind().Match(question.Text).Value;
        return kind.Length > 0 && text.AsSpan(span.Start, span.Length).EndsWith(kind, StringComparison.OrdinalIgnoreCase) && (span.Length == kind.Length || !char.IsLetter(text[span.End - kind.Length - 1]))
            && NameScanner.Scan(text, candidate.Sentence).Find(name => IsBehind(name.Span) || IsBefore(name.Span)) is { Span.Length: > 0 } name ? name.Span : span;

        bool IsBehind(TextSpan name) => name.Start > span.End && (text[span.End..name.Start] == " " || (text[span.End..name.Start] == ", " && IsClosed(name.End)));

        bool IsBefore(TextSpan name) => name.End <= span.Start && ApposedTo().IsMatch(text[name.End..span.Start]) && IsClosed(span.End);

        bool IsClosed(int at) => at == text.Length || text[at] is ',' or '.' or ';' or ':' or ')';
    }

    /// <summary>"Ada Holm (1931–2001)" says when she was born, and when she died.</summary>
    private static TextSpan YearOfLife(string question, string text, TextSpan span)
    {
        var life = Life().Match(text, span.Start, span.Length);
        var asked = Death().IsMatch(question) ? "death" : Birth().IsMatch(question) ? "birth" : "";
        return life.Length == span.Length && life.Groups[asked] is { Success: true } year ? new TextSpan(year.Index, year.Index + year.Length) : span;
    }

    /// <summary>"How many years did it take?" is answered by "three years", and by "six-year" where that is what the source has.</summary>
    private static TextSpan WithUnit(string question, AnswerCandidate candidate, TextSpan span)
    {
        var unit = CountedTime().Match(question).Value;
        var behind = candidate.Passage.Document.Text.AsSpan(span.End, candidate.Sentence.End - span.End);
        if (unit.Length == 0 || behind.Length <= unit.Length || behind[0] is not (' ' or '-' or '\u00a0') || !behind[1..].StartsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            return span;
        }

        var letters = behind[1..].IndexOfAnyExceptInRange('a', 'z');
        return new TextSpan(span.Start, letters < 0 ? candidate.Sentence.End : span.End + 1 + letters);
    }

    /// <summary>The items that candidates for a list stand for: all of the enumerations that they are part of, and their own words elsewhere.</summary>
    /// <param name="isKnown">Whether a term stands in the question.</param>
    /// <param name="candidates">Candidates of one sentence or of some.</param>
    public static IReadOnlyList<string> ListOf(Func<string, bool> isKnown, IEnumerable<AnswerCandidate> candidates)
    {
        var items = new List<(AnswerCandidate Of, TextSpan Span)>();
        foreach (var candidate in candidates)
        {
            var span = WholeSpan.Of(QuestionKind.List, candidate);
            var found = Enumerations.IsEnumeration(candidate.Text) ? [span] : Enumerations.Items(isKnown, candidate, span);
            items.AddRange(found.Where(item => !items.Exists(other => other.Of.Passage.Document == candidate.Passage.Document && other.Span.Overlaps(item))).Select(item => (candidate, item)));
        }

        return [.. items.Select(item => Text(item.Span, item.Of)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string? Text(TextSpan span, AnswerCandidate candidate)
    {
        var document = candidate.Passage.Document;
        var text = CitedText.Display(document.Slice(WithSubtitle(document.Text, candidate.Sentence, span)));
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }

    /// <summary>"The Long Road: North" is one title where the text has it so elsewhere too; what stands before a colon at a sentence's start is a speaker or a key.</summary>
    private static TextSpan WithSubtitle(string text, TextSpan sentence, TextSpan span)
    {
        var subtitle = Subtitle().Match(text, span.End, sentence.End - span.End);
        var whole = new TextSpan(span.Start, span.End + subtitle.Length);
        var title = text[whole.Start..whole.End];
        return subtitle.Success && span.Start > sentence.Start && char.IsUpper(title[0]) && text.IndexOf(title, StringComparison.Ordinal) != text.LastIndexOf(title, StringComparison.Ordinal) ? whole : span;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\G:\s\p{Lu}[\p{L}’'-]*(\s\p{Lu}[\p{L}’'-]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"(?<=\b(what|which)\s)(?!(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b)\p{L}+", Options)]
    private static partial Regex AskedKind();

    /// <summary>Between a name and the kind of thing that it is said to be.</summary>
    [GeneratedRegex(@"^,\s((a|an|the|my|our|your|his|her|its|their)\s)?(\p{Ll}[\p{L}-]*\s){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ApposedTo();

    [GeneratedRegex(@"(?<=\bhow\smany\s)(year|month|week|day|hour|minute|second)(?=s\b)", Options)]
    private static partial Regex CountedTime();

    [GeneratedRegex(@"(?<birth>\d{4})\s?[–—-]\s?(?<death>\d{4})", Options)]
    private static partial Regex Life();

    [GeneratedRegex(@"\b(born|birth)\b", Options)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(die|died|dead|death|pass(ed)?\saway)\b", Options)]
    private static partial Regex Death();
}
