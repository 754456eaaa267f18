using System.Text.RegularExpressions;
using QaBot.Answering.Candidates;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Widens words that were found to the whole number, date or name that they are part of, and takes off what belongs to the sentence.</summary>
internal static partial class WholeSpan
{
    private static readonly char[] Closing = ['.', ',', ';', ':', '!', '?', ' ', '\u00a0', '\n', '\r', '\t'];

    /// <summary>More than so many UTF-16 units beside a date are no part of the answer to "when".</summary>
    private const int LongestBesideDate = 40;

    /// <summary>Widens a span to the whole number, date or name that it is part of, and takes off what belongs to the sentence.</summary>
    public static TextSpan Of(QuestionKind kind, AnswerCandidate candidate)
    {
        var (text, sentence, span) = (candidate.Passage.Document.Text, candidate.Sentence, candidate.Read.Span);
        span = Attached(text, sentence, span);
        span = Trimmed(text, Quoted(text, span));
        if (kind is QuestionKind.Reason && Cause().Match(text, span.Start, span.Length) is { Success: true } cause && cause.Index > span.Start)
        {
            span = new TextSpan(cause.Index + cause.Length, span.End);
        }

        if (kind is QuestionKind.Date)
        {
            span = Date().Match(text[span.Start..span.End]) is { Success: true } date && span.Length > date.Length + LongestBesideDate
                ? new TextSpan(span.Start + date.Index, span.Start + date.Index + date.Length)
                : Widened(text, sentence, span, Date());
            span = new TextSpan(span.Start + BeforeTime().Match(text, span.Start, span.Length).Length, span.End);
        }

        if (kind is QuestionKind.Person or QuestionKind.Work)
        {
            var whole = kind == QuestionKind.Person ? NameKind.Person : NameKind.Work;
            var names = NameScanner.Scan(text, sentence).Where(name => name.Kind == whole).Select(name => name.Span).ToList();
            span = names.Find(name => name.Contains(span) || (name.Start == span.Start && GoesOn().IsMatch(text[name.End..span.End]))) is { Length: > 0 } name ? name : span;
        }
        else if (text.AsSpan(span.Start, span.Length).IndexOfAnyInRange('0', '9') >= 0 || kind is QuestionKind.Number or QuestionKind.Money or QuestionKind.Age or QuestionKind.Duration)
        {
            var amount = Widened(text, sentence, span, Amount());
            span = kind is QuestionKind.Date or QuestionKind.Year && Years().IsMatch(text[amount.Start..amount.End]) && !Years().IsMatch(text[span.Start..span.End]) ? span : amount;
        }

        return Unlabelled(candidate, Trimmed(text, span));
    }

    /// <summary>"Apologies: Ada Holm" is what the line names Ada Holm for, and her.</summary>
    private static TextSpan Unlabelled(AnswerCandidate candidate, TextSpan span)
    {
        var document = candidate.Passage.Document;
        var label = Label().Match(document.Text, candidate.Sentence.Start);
        return document.BlockOf(candidate.Sentence).Kind == BlockKind.Record && label.Success && label.Index + label.Length is var end && span.Start < end && end < span.End ? new TextSpan(end, span.End) : span;
    }

    /// <summary>A span that begins or ends inside a word, a number or an amount takes the rest of it.</summary>
    private static TextSpan Attached(string text, TextSpan sentence, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > sentence.Start && (IsAttached(text[start - 1], text[start]) || (text[start - 1] == '.' && char.IsDigit(text[start]) && (start - 1 == sentence.Start || char.IsWhiteSpace(text[start - 2])))))
        {
            start--;
        }

        while (end < sentence.End && ((IsAttached(text[end], text[end - 1]) && !(text[end] == '-' && !IsDigitAt(text, sentence, end + 1))) || (text[end] is '.' or ',' or ':' && char.IsDigit(text[end - 1]) && IsDigitAt(text, sentence, end + 1))))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    private static bool IsDigitAt(string text, TextSpan sentence, int at) => at < sentence.End && char.IsDigit(text[at]);

    private static bool IsAttached(char outer, char inner) =>
        char.IsLetterOrDigit(outer) ? char.IsLetterOrDigit(inner) || inner is '-' or '.' or ',' or '%' : (outer is '-' or '−' or '+' or '%' or '°' && char.IsDigit(inner)) || char.GetUnicodeCategory(outer) == System.Globalization.UnicodeCategory.CurrencySymbol;

    /// <summary>The match of a pattern that the span lies in or touches; the span itself where there is none.</summary>
    private static TextSpan Widened(string text, TextSpan sentence, TextSpan span, Regex pattern)
    {
        foreach (var match in pattern.EnumerateMatches(text.AsSpan(sentence.Start, sentence.Length)))
        {
            var found = new TextSpan(sentence.Start + match.Index, sentence.Start + match.Index + match.Length);
            if (found.Contains(span) || (found.Overlaps(span) && found.Start <= span.Start) || (found.Overlaps(span) && found.End >= span.End))
            {
                return new TextSpan(Math.Min(found.Start, span.Start), Math.Max(found.End, span.End));
            }
        }

        return span;
    }

    /// <summary>What begins behind an opening quotation mark ends with the quotation, or with the last of several that are enumerated.</summary>
    private static TextSpan Quoted(string text, TextSpan span)
    {
        var closing = span.Start == 0 ? '\0' : text[span.Start - 1] switch { '"' => '"', '“' => '”', _ => '\0' };
        var end = closing == '\0' ? -1 : text.IndexOf(closing, span.Start, span.Length);
        return end <= span.Start ? span
            : QuotesGoOn().IsMatch(text[end..span.End]) ? new TextSpan(span.Start - 1, span.End < text.Length && text[span.End] == closing ? span.End + 1 : span.End)
            : new TextSpan(span.Start, end);
    }

    /// <summary>Without punctuation around it, and without a quotation mark or bracket whose other half is not in it.</summary>
    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end > start)
        {
            var inner = text.AsSpan(start, end - start);
            if (Closing.Contains(inner[^1]) || (inner[^1] is ')' or ']' or '”' or '’' or '"' && !IsPaired(inner)))
            {
                end--;
            }
            else if ((Closing.Contains(inner[0]) && !(inner is ['.', >= '0' and <= '9', ..])) || (inner[0] is '(' or '[' or '“' or '‘' or '"' && !IsPaired(inner)))
            {
                start++;
            }
            else if (inner.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase))
            {
                end -= "-year-old".Length;
            }
            else if (inner.EndsWith("'s", StringComparison.Ordinal) || inner.EndsWith("’s", StringComparison.Ordinal))
            {
                end -= 2;
            }
            else
            {
                break;
            }
        }

        return end > start ? new TextSpan(start, end) : span;
    }

    private static bool IsPaired(ReadOnlySpan<char> text) => text.Count('(') == text.Count(')') && text.Count('[') == text.Count(']')
        && text.Count('“') == text.Count('”') && text.Count('"') % 2 == 0 && text.Count('‘') <= text.Count('’');

    private const string NumberWord = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
        + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half";

    private const string Month = MonthName.Pattern;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"(\b\d{{1,2}}(st|nd|rd|th)?(\sof)?\s({Month})\b\.?(,?\s\d{{3,4}})?)|(\b({Month})\b\.?\s\d{{1,2}}(st|nd|rd|th)?\b(,?\s\d{{4}})?)|(\b({Month})\b\.?,?\s\d{{4}}\b)|(\b\d{{4}}-\d{{2}}-\d{{2}}\b)", Options)]
    public static partial Regex Date();

    /// <summary>"At six" is shown as "six", "in 1911" as "1911"; "in advance" stays.</summary>
    [GeneratedRegex($@"^(?i:at|in|on)\s(?=\d|\p{{Lu}}|({NumberWord})\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeTime();

    private const string Digits = @"(\d{1,3}(\s\d{3})+(?!\d)|\d([\d,.]*\d)?)([½¼¾⅓⅔]|\s\d/\d)?";

    [GeneratedRegex(
        $@"(\b(about|over|nearly|almost|around|approximately|roughly|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|under|just\sover)\s)?"
            + $@"([$€£¥]\s?|(?<![\w.])[−+-])?({Digits}([-–/]{Digits})*(\s(hundred|thousand|million|billion|trillion|dozen)\b)?|\b({NumberWord})((\s|-|\sand\s(a\s)?)({NumberWord}))*\b)"
            + @"(\s?(%|percent\b|per\scent\b|°\s?[CF]?\b)|\sB\.?C\.?(E\.?)?|\sA\.D\.)?", Options)]
    public static partial Regex Amount();

    /// <summary>What a reason stands behind; "as" and "since" are of time before anything but a subject.</summary>
    [GeneratedRegex(@"\b(because(\sof)?|due\sto|owing\sto|on\saccount\sof|(as|since)(?=\s(she|he|they|it|the|his|her|their|its)\s))\s", Options)]
    private static partial Regex Cause();

    /// <summary>Two years: when something began and when it ended.</summary>
    [GeneratedRegex(@"\b\d{4}[-–/]\d{2,4}\b", Options)]
    private static partial Regex Years();

    [GeneratedRegex(@"\G[^\s:][^:\n]{0,40}:\s+", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[""”],?\s((and|or)\s)?[""“]\w", Options)]
    private static partial Regex QuotesGoOn();

    /// <summary>What follows a name and is no other name: "and music by", but not "and three friends".</summary>
    [GeneratedRegex(@"^,?\s(while|but|and(?=\s\p{Ll}+\s(by|of|in|on|at|for|with|from|to)\b))\s(?!(his|her|their|its|the|a|an|my|our)\b)\p{Ll}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();
}
