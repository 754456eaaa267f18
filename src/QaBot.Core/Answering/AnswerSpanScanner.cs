using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Finds the pieces of a sentence that could be the short answer to a kind of question.</summary>
internal static partial class AnswerSpanScanner
{
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";

    private const string Numeral =
        @"(\d+(,\d{3}){0,6}(\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(a\s)?hundred|(a\s)?thousand|dozens?)";

    /// <summary>The candidates in a sentence, in order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="kind">What the question asks for.</param>
    public static IEnumerable<TextSpan> Scan(string text, TextSpan sentence, QuestionKind kind) => kind switch
    {
        QuestionKind.Person => Names(text, sentence, NameKind.Person, NameKind.Other),
        QuestionKind.Work => Names(text, sentence, NameKind.Work, NameKind.Other),
        QuestionKind.Place => Places(text, sentence),
        QuestionKind.Date => Matches(Date(), text, sentence),
        QuestionKind.Year => Matches(Year(), text, sentence),
        QuestionKind.Number => Numbers(text, sentence),
        QuestionKind.Money => Matches(Money(), text, sentence),
        QuestionKind.Duration => Matches(Duration(), text, sentence),
        QuestionKind.Age => Matches(Age(), text, sentence),
        QuestionKind.Reason => Matches(Reason(), text, sentence),
        QuestionKind.List => Names(text, sentence, NameKind.Work, NameKind.Person, NameKind.Other),
        _ => Matches(Quoted(), text, sentence),
    };

    private static IEnumerable<TextSpan> Names(string text, TextSpan sentence, params NameKind[] kinds)
    {
        var names = NameScanner.Scan(text, sentence);
        var best = kinds.FirstOrDefault(kind => names.Exists(name => name.Kind == kind));
        return kinds[0] is NameKind.Work && kinds.Length == 3
            ? names.Select(name => name.Span)
            : names.Where(name => name.Kind == kinds[0] || name.Kind == best).Select(name => name.Span);
    }

    private static IEnumerable<TextSpan> Places(string text, TextSpan sentence)
    {
        foreach (var name in NameScanner.Scan(text, sentence))
        {
            var before = text.AsSpan(sentence.Start, name.Span.Start - sentence.Start).TrimEnd();
            if (before.EndsWith("the", StringComparison.Ordinal) && (before.Length == 3 || !char.IsLetterOrDigit(before[^4])))
            {
                before = before[..^3].TrimEnd();
            }

            var word = before[(before.LastIndexOf(' ') + 1)..];
            if (word is "in" or "at" or "to" or "from" or "near" or "of" or "around" || (word.Length > 0 && word[^1] == ',' && name.Kind == NameKind.Other))
            {
                yield return name.Span;
            }
        }
    }

    /// <summary>The numbers that count something: not those of a date or in the middle of a name.</summary>
    private static IEnumerable<TextSpan> Numbers(string text, TextSpan sentence)
    {
        var dates = Matches(Date(), text, sentence).ToList();
        var names = NameScanner.Scan(text, sentence);
        return Matches(Number(), text, sentence).Where(number => !dates.Exists(date => date.Overlaps(number))
            && !names.Exists(name => name.Span.Contains(number) && (name.Span.Start > sentence.Start || name.Span.Start < number.Start)));
    }

    private static IEnumerable<TextSpan> Matches(Regex regex, string text, TextSpan sentence)
    {
        foreach (Match match in regex.Matches(text.Substring(sentence.Start, sentence.Length)))
        {
            var group = match.Groups["answer"] is { Success: true } answer ? answer : match;
            yield return new TextSpan(sentence.Start + group.Index, sentence.Start + group.Index + group.Length);
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b((\d{1,2}(st|nd|rd|th)?\s)?(" + Months + @")(\s\d{1,2}(st|nd|rd|th)?)?(,?\s[12]\d{3})?|((early|mid|late|the\s(early|mid|late|end\sof|summer\sof|autumn\sof|spring\sof|winter\sof))[\s-])?([12]\d{3}s?|\d{2}th\scentury)|(summer|autumn|spring|winter|fall)\s(of\s)?[12]\d{3})\b", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\w.])((more\sthan|over|about|around|nearly|almost|at\sleast|less\sthan|only)\s)?(?<answer>" + Numeral + @"(\s(million|billion|thousand|hundred))?%?)(?![\w])", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"[$£€¥]\s?\d+(,\d{3}){0,6}(\.\d+)?(\s(million|billion|thousand))?|\b\d+(,\d{3}){0,6}(\.\d+)?(\s(million|billion))?\s(dollars|pounds|euros|francs|guineas)\b", Options)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b" + Numeral + @"[\s-](and\sa\shalf\s)?(second|minute|hour|day|night|week|month|year|decade|centur)(s|y|ies)?\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(aged?|at|at\sage|at\sthe\sage\sof|age\sof)\s(?<answer>" + Numeral + @")\b|\b(?<answer>" + Numeral + @")(\s|-)years?(\s|-)old\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(?<answer>(because|due\sto|owing\sto|thanks\sto|as\sa\sresult\sof|on\saccount\sof|so\sthat|in\sorder\sto|since\s(he|she|it|they|the)|as\s(he|she|it|they|the)|for\sfear)\s[^.;]+)", Options)]
    private static partial Regex Reason();

    [GeneratedRegex(@"[""“](?<answer>[^""“”]{2,120})[""”]", Options)]
    private static partial Regex Quoted();
}
