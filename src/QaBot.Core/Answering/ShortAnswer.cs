using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Answering.Candidates;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Makes the short answer of the words that were found: whole numbers, names and dates, all items of a list, Yes or No.</summary>
internal static partial class ShortAnswer
{
    private static readonly char[] Closing = ['.', ',', ';', ':', '!', '?', ' ', '\u00a0', '\n', '\r', '\t'];

    /// <summary>More than so many UTF-16 units beside a date are no part of the answer to "when".</summary>
    private const int LongestBesideDate = 40;

    /// <summary>The short answer, or null where a few words would mislead: the sentence alone is shown then.</summary>
    public static string? Of(AskedWords asked, AnswerCandidate candidate)
    {
        var question = asked.Question;
        if (question.Kind == QuestionKind.YesNo)
        {
            return YesNo.Verdict(asked, candidate);
        }

        var span = AskedCell.Find(asked, candidate) ?? Named(question, candidate, Whole(question.Kind, candidate));
        return question.Kind == QuestionKind.Reason && !candidate.Passage.Document.Slice(span).Any(char.IsLetter) ? null : Text(question.Kind == QuestionKind.Number ? WithUnit(question.Text, candidate, span) : YearOfLife(question.Text, candidate.Passage.Document.Text, span), candidate);
    }

    /// <summary>"What play?": not "the Kern play" but its name, in "the Kern play, Grey Harbour," and "the play Grey Harbour" and "Grey Harbour, a Kern play,".</summary>
    private static TextSpan Named(Question question, AnswerCandidate candidate, TextSpan span)
    {
        var text = candidate.Passage.Document.Text;
        var kind = AskedKind().Match(question.Text).Value;
        return kind.Length > 0 && text.AsSpan(span.Start, span.Length).EndsWith(kind, StringComparison.OrdinalIgnoreCase)
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
            var span = Whole(QuestionKind.List, candidate);
            var found = IsEnumeration(candidate.Text) ? [span] : Items(isKnown, candidate, span);
            items.AddRange(found.Where(item => !items.Exists(other => other.Of.Passage.Document == candidate.Passage.Document && other.Span.Overlaps(item))).Select(item => (candidate, item)));
        }

        return [.. items.Select(item => Text(item.Span, item.Of)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether a text names several things.</summary>
    public static bool IsEnumeration(string text) => Enumeration().IsMatch(text);

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

    private static bool IsDateOrNumber(string text) => !Date().Replace(text, "").Any(char.IsLetter);

    private static bool IsTownAndCountry(string text) => text.Split(", ") is [_, var land]
        && EnglishAnalyzer.Analyze(land) is [var token] && Lexicon.Find(token.Term).Hypernyms.IsSupersetOf(["countri", "territori"]);

    /// <summary>Whether words look like an answer of a kind: a date has a month or a year, a price a currency, a number a digit or a word for one, a person, a place or a work a capital.</summary>
    public static bool IsOfKind(QuestionKind kind, string text) => kind switch
    {
        QuestionKind.Date or QuestionKind.Year => Date().IsMatch(text) || YearOnly().IsMatch(text),
        QuestionKind.Money => Currency().IsMatch(text),
        QuestionKind.Number or QuestionKind.Age or QuestionKind.Duration => Amount().IsMatch(text) && !Date().IsMatch(text),
        QuestionKind.Person or QuestionKind.Place or QuestionKind.Work => text.Any(char.IsUpper),
        _ => false,
    };

    /// <summary>Whether what follows a span makes it the owner of what was asked for: "Anna's brother" for "who is her brother".</summary>
    public static bool IsPossessor(string text, TextSpan span) =>
        text.AsSpan(span.End) is ['\'' or '’', 's', ' ', ..];

    /// <summary>Widens a span to the whole number, date or name that it is part of, and takes off what belongs to the sentence.</summary>
    internal static TextSpan Whole(QuestionKind kind, AnswerCandidate candidate)
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

    /// <summary>All items of the enumeration that a candidate stands in, without names of the question; the candidate where there are not two.</summary>
    private static List<TextSpan> Items(Func<string, bool> isKnown, AnswerCandidate candidate, TextSpan span)
    {
        var (document, text) = (candidate.Passage.Document, candidate.Passage.Document.Text);
        var pattern = Date().IsMatch(document.Slice(span)) ? Date() : char.IsDigit(text[span.Start]) ? Numeral() : null;
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

    private const string NumberWord = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
        + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half";

    private const string Month = MonthName.Pattern;

    [GeneratedRegex(@"\G:\s\p{Lu}[\p{L}’'-]*(\s\p{Lu}[\p{L}’'-]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Subtitle();

    /// <summary>"Not until 1911" says 1911, "not Kern but Roth" says Roth, and "lived in Oslo and never married" says Oslo.</summary>
    [GeneratedRegex(@"[,;:—–()]|\b(but|because|although|though|while|until|till|whereas|except|than|who|which)\b|\b(?=without\b)|\band\s(?=(never|not|did|does|was|were|is|are|had|has|could|would|she|he|they|it)\b)", Options)]
    private static partial Regex ClauseBoundary();

    [GeneratedRegex(@"\b(not(?!\s(only|just)\b)|never|no\slonger|nor|neither|without|(did|was|were|is|has|had|does|do|could|would|can|should)n['’]t|cannot|wrongly|falsely|mistakenly|erroneously|incorrectly)\b", Options)]
    private static partial Regex Denial();

    [GeneratedRegex(@"(?<=\b(what|which)\s)\p{L}+", Options)]
    private static partial Regex AskedKind();

    /// <summary>Between a name and the kind of thing that it is said to be.</summary>
    [GeneratedRegex(@"^,\s((a|an|the|my|our|your|his|her|its|their)\s)?(\p{Ll}[\p{L}-]*\s){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ApposedTo();

    [GeneratedRegex(@"(?<=\bhow\smany\s)(year|month|week|day|hour|minute|second)(?=s\b)", Options)]
    private static partial Regex CountedTime();

    [GeneratedRegex($@"(\b\d{{1,2}}(st|nd|rd|th)?(\sof)?\s({Month})\b\.?(,?\s\d{{3,4}})?)|(\b({Month})\b\.?\s\d{{1,2}}(st|nd|rd|th)?\b(,?\s\d{{4}})?)|(\b({Month})\b\.?,?\s\d{{4}}\b)|(\b\d{{4}}-\d{{2}}-\d{{2}}\b)", Options)]
    private static partial Regex Date();

    /// <summary>"At six" is shown as "six", "in 1911" as "1911"; "in advance" stays.</summary>
    [GeneratedRegex($@"^(?i:at|in|on)\s(?=\d|\p{{Lu}}|({NumberWord})\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeTime();

    private const string Digits = @"(\d{1,3}(\s\d{3})+(?!\d)|\d([\d,.]*\d)?)([½¼¾⅓⅔]|\s\d/\d)?";

    [GeneratedRegex(
        $@"(\b(about|over|nearly|almost|around|approximately|roughly|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|under|just\sover)\s)?"
            + $@"([$€£¥]\s?|(?<![\w.])[−+-])?({Digits}([-–/]{Digits})*(\s(hundred|thousand|million|billion|trillion|dozen)\b)?|\b({NumberWord})((\s|-|\sand\s(a\s)?)({NumberWord}))*\b)"
            + @"(\s?(%|percent\b|per\scent\b|°\s?[CF]?\b)|\sB\.?C\.?(E\.?)?|\sA\.D\.)?", Options)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d([\d,.]*\d)?", Options)]
    private static partial Regex Numeral();

    /// <summary>What a reason stands behind; "as" and "since" are of time before anything but a subject.</summary>
    [GeneratedRegex(@"\b(because(\sof)?|due\sto|owing\sto|on\saccount\sof|(as|since)(?=\s(she|he|they|it|the|his|her|their|its)\s))\s", Options)]
    private static partial Regex Cause();

    /// <summary>Two years: when something began and when it ended.</summary>
    [GeneratedRegex(@"\b\d{4}[-–/]\d{2,4}\b", Options)]
    private static partial Regex Years();

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

    [GeneratedRegex(@"\bn[ée]e\s$", Options)]
    private static partial Regex MaidenName();

    [GeneratedRegex(@"\G[^\s:][^:\n]{0,40}:\s+", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"\p{Sc}|\b(dollars?|euros?|pounds?|cents?|pence|crowns?|kron(er|or|e|a)|francs?|marks|yen|r(o?u)bles?|guilders?|million|billion)\b", Options)]
    private static partial Regex Currency();

    [GeneratedRegex(@"(?<birth>\d{4})\s?[–—-]\s?(?<death>\d{4})", Options)]
    private static partial Regex Life();

    [GeneratedRegex(@"\b(born|birth)\b", Options)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(die|died|dead|death|pass(ed)?\saway)\b", Options)]
    private static partial Regex Death();

    [GeneratedRegex(@"^[""”],?\s((and|or)\s)?[""“]\w", Options)]
    private static partial Regex QuotesGoOn();

    /// <summary>What follows a name and is no other name: "and music by", but not "and three friends".</summary>
    [GeneratedRegex(@"^,?\s(while|but|and(?=\s\p{Ll}+\s(by|of|in|on|at|for|with|from|to)\b))\s(?!(his|her|their|its|the|a|an|my|our)\b)\p{Ll}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^(\s\([^()]*\))?(\s*(,|;|&|and|or|,\s*and|,\s*or|;\s*and)\s*(the\s)?)$", Options)]
    private static partial Regex Separator();
}
