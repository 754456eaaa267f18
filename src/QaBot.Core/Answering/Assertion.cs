using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>What a question for yes or no takes for so: "Was she born in 1970?" says a date, and "When was she born?" asks for it.</summary>
/// <remarks>The answer to that question confirms or denies. The reader has learned such questions, and none for yes or no.</remarks>
/// <param name="Question">The question that asks for the value.</param>
/// <param name="Kind">What is asked for: a date, a number, a place, a person or another name, or a phrase for a nationality.</param>
/// <param name="Value">The value as the question has it.</param>
/// <param name="IsOnly">Whether there is one value at most, so that another denies it: one is born once, and may live in several towns.</param>
/// <param name="Counted">What a number counts, or null.</param>
internal sealed partial record Assertion(string Question, QuestionKind Kind, string Value, bool IsOnly, string? Counted = null)
{
    /// <summary>The confidence from which the same value confirms: that it is the one of the question makes an unsure answer surer.</summary>
    public const double SureToConfirm = 0.15;

    /// <summary>The confidence from which another value denies: a wrong "No" is worse than none.</summary>
    private const double SureToDeny = 0.5;

    /// <summary>A longer question, in UTF-16 units, asserts more than one value.</summary>
    private const int Longest = 200;

    private static readonly string[] Cities = ["citi", "capit", "town"];
    private static readonly string[] Countries = ["nation"];
    private static readonly string[] Peoples = ["inhabit", "nation", "peopl", "european", "languag"];

    /// <summary>What a question for yes or no asserts, or null where that is not one value.</summary>
    public static Assertion? Find(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var asked = NegativeLead().Replace(IsItTrue().Replace(text.Trim(), "${verb} ${subject} "), "$1");
        return Negation().IsMatch(asked) ? null
            : OfDate(asked) ?? OfAgent(asked) ?? OfNumber(asked) ?? OfPlace(asked) ?? OfCleft(asked) ?? OfIdentity(asked) ?? OfDoer(asked) ?? OfObject(asked) ?? OfPeople(asked);
    }

    /// <summary>What the answer to the question says of the value.</summary>
    /// <param name="draft">That answer.</param>
    /// <param name="subject">The terms of the name of whom the source is about, who is called by any part of it; or none.</param>
    /// <returns>"Yes", "No", or null where it says neither.</returns>
    public string? Verdict(AnswerDraft draft, IReadOnlySet<string> subject)
    {
        if (draft.ShortAnswer is not { } said || draft.Outcome != AnswerOutcome.Answered || Claim.Read(Value) is not { Terms.Count: > 0 } value || IsVague(said))
        {
            return null;
        }

        var found = Claim.Read(said);
        return Says(value, found, subject) ? (draft.Confidence >= SureToConfirm ? "Yes" : null)
            : IsOnly && draft.Confidence >= SureToDeny && Denies(value, found, Claim.Read(draft.Citations[0].Quote)) ? "No"
            : null;
    }

    /// <summary>"Up to four", "before 1970" leave open what it is.</summary>
    private bool IsVague(string said) => Kind is QuestionKind.Number or QuestionKind.Date && Vague().IsMatch(said);

    private bool Says(Claim value, Claim found, IReadOnlySet<string> subject)
    {
        var terms = found.Terms;
        return Kind switch
        {
            QuestionKind.Number => Numbers(value) is [var asserted] && Numbers(found) is [var number] && asserted == number,
            QuestionKind.Person or QuestionKind.Place when found.Text.Contains("'s ", StringComparison.Ordinal) || found.Text.Contains("’s ", StringComparison.Ordinal) => value.Terms.SetEquals(terms),
            QuestionKind.Person when terms.Count > 0 && terms.IsSubsetOf(subject) => value.Terms.IsSubsetOf(subject),
            QuestionKind.Person when terms.Count > 0 && terms.IsSubsetOf(value.Terms) => true,
            QuestionKind.Person or QuestionKind.Place => Item().Split(found.Text).Select(Claim.Read).Any(item => value.Terms.SetEquals(item.Terms) || (Kind == QuestionKind.Person && value.Terms.SetEquals(item.Names))),
            _ => value.Terms.IsSubsetOf(terms),
        };
    }

    private bool Denies(Claim value, Claim found, Claim quote)
    {
        return Kind switch
        {
            QuestionKind.Number => Numbers(value) is [var asserted] && Numbers(found) is [_] && !Numbers(quote).Contains(asserted) && Claim.Analyze(Counted!).LastOrDefault() is { } counted && quote.Terms.Contains(counted),
            QuestionKind.Date => Year().Matches(found.Text) is [var year] && Year().Match(Value).Value is var other
                && (year.Value == other ? AreOtherMonths(found.Text, Value) : !quote.Text.Contains(other, StringComparison.Ordinal)),
            QuestionKind.Person => found.Names.Count > 0 && !value.Terms.Overlaps(quote.Terms),
            QuestionKind.Place => AreOthers(Cities) || AreOthers(Countries),
            _ => AreOthers(Peoples) && !OfManyPeoples().IsMatch(Value),
        };

        bool AreOthers(string[] kinds) => !value.Terms.Overlaps(quote.Terms) && value.Terms.All(term => IsA(term, kinds)) && found.Terms.Any(term => IsA(term, kinds))
            && !found.Terms.Any(term => Lexicon.Find(term) is var entry && (entry.Hypernyms.Overlaps(value.Terms) || entry.Synonyms.Overlaps(value.Terms)));
    }

    private static bool IsA(string term, string[] kinds) => Lexicon.Find(term).Hypernyms.Overlaps(kinds);

    private static List<string> Numbers(Claim claim) => [.. claim.Numbers.Where(number => number.Value > 0).Select(number => number.Key)];

    private static bool AreOtherMonths(string said, string value) =>
        Month().Match(said) is { Success: true } month && Month().Match(value) is { Success: true } other && !month.ValueSpan[..3].Equals(other.ValueSpan[..3], StringComparison.OrdinalIgnoreCase);

    private static Assertion? OfDate(string asked) => Date().Match(asked) is { Success: true } match
        ? new Assertion($"When {LowerFirst(match, "rest")}?", QuestionKind.Date, match.Groups["value"].Value, IsOnce(match.Groups["rest"].Value)) : null;

    private static Assertion? OfAgent(string asked) => Agent().Match(asked) is { Success: true } match
        ? new Assertion($"Who {LowerFirst(match, "rest")} by?", QuestionKind.Person, match.Groups["value"].Value, Made().IsMatch(match.Groups["rest"].Value) && IsOne(match.Groups["rest"].Value)) : null;

    private static Assertion? OfNumber(string asked) => Number().Match(asked) is { Success: true } match
        ? new Assertion($"How many {match.Groups["what"].Value} {LowerFirst(match, "rest")}{match.Groups["behind"].Value}?", QuestionKind.Number, match.Groups["value"].Value, IsOnly: true, match.Groups["what"].Value) : null;

    private static Assertion? OfPlace(string asked) => Place().Match(asked) is { Success: true } match
        ? new Assertion($"Where {LowerFirst(match, "rest")}?", QuestionKind.Place, match.Groups["value"].Value, IsOnce(match.Groups["rest"].Value)) : null;

    private static Assertion? OfCleft(string asked) => Cleft().Match(asked) is { Success: true } match
        ? new Assertion($"Who {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfIdentity(string asked) => Identity().Match(asked) is { Success: true } match
        ? new Assertion($"{(QuestionParser.IsPerson(match.Groups["noun"].Value) ? "Who" : "What")} {LowerFirst(match, "verb")} {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, match.Groups["only"].Success) : null;

    private static Assertion? OfDoer(string asked) => Doer().Match(asked) is { Success: true } match
        ? new Assertion($"Who {Past(match.Groups["verb"].Value)} {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, match.Groups["once"].Success || match.Groups["role"].Success) : null;

    private static Assertion? OfObject(string asked) => Object().Match(asked) is { Success: true } match
        ? new Assertion(
            $"{(match.Groups["called"].Success ? "What" : "Who")} {LowerFirst(match, "rest")}{match.Groups["behind"].Value}?",
            QuestionKind.Person,
            match.Groups["value"].Value,
            match.Groups["called"].Success ? IsOne(match.Groups["rest"].Value) : match.Groups["role"].Success && match.Groups["behind"].Success) : null;

    private static Assertion? OfPeople(string asked) => People().Match(asked) is { Success: true } match
        ? new Assertion($"What nationality {LowerFirst(match, "rest")}?", QuestionKind.Phrase, match.Groups["value"].Value, IsOnly: true) : null;

    private static bool IsOnce(string asked) => Once().IsMatch(asked) && IsOne(asked);

    /// <summary>"Did she found a school in 1999?": she may have founded another one at another time.</summary>
    private static bool IsOne(string asked) => !Indefinite().IsMatch(asked);

    private static string LowerFirst(Match match, string group) => char.ToLowerInvariant(match.Groups[group].Value[0]) + match.Groups[group].Value[1..];

    private static string Past(string verb) => WordForms.Of(verb).FirstOrDefault(WordForms.IsPast) ?? (verb is [.., 'r', 'y'] ? verb[..^1] + "ied" : verb.EndsWith('e') ? verb + "d" : verb + "ed");

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Be = @"(?i:is|was|are|were)";

    private const string Auxiliary = $@"({Be}|(?i:did|does|do|has|have|had))";

    private const string Name = @"\p{Lu}[\p{L}\d.'’-]*(\s((?i:of|de|la|le|du|von|van|der|den)\s){0,2}\p{Lu}[\p{L}\d.'’-]*)*";

    private const string End = @"[\s?!.]*$";

    /// <summary>"Isn't she French?" asks whether she is.</summary>
    [GeneratedRegex(@"^(\w+)n['’]t\b", RegexOptions.CultureInvariant)]
    private static partial Regex NegativeLead();

    [GeneratedRegex(@"\b(not|never|no\slonger)\b|n['’]t\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex($@"^(?i:is\sit\s(true|right|correct)\sthat)\s(?<subject>.{{1,60}}?)\s(?<verb>{Auxiliary})\s", Options)]
    private static partial Regex IsItTrue();

    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.+?)\s((?i:in|on)\s)(\p{{L}}+day,?\s)?(?<value>((\d{{1,2}}(st|nd|rd|th)?\s)?(?i:{MonthName.Pattern})\b\.?\s(\d{{1,2}}(st|nd|rd|th)?,?\s)?)?\d{{4}}){End}", Options)]
    private static partial Regex Date();

    /// <summary>Behind "by" a name may be typed without capitals; a day is nobody.</summary>
    [GeneratedRegex($@"^(?<rest>{Be}\s.+\s(\p{{Ll}}+|\p{{Lu}}\p{{Ll}}+ed))\sby\s(?!(?i:\p{{L}}+day|christmas|easter|{MonthName.Pattern})\b)((the\s(\p{{Ll}}+\s)+)?(?<value>{Name})|(?<value>(?!(the|a|an|his|her|its|their|any|some)\b)\p{{Ll}}+(\s\p{{Ll}}+){{1,2}})){End}", Options)]
    private static partial Regex Agent();

    /// <summary>"Does she have three children with him?": the number, what is counted, and what stands behind it; no numbered item, and no measure.</summary>
    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s(?!.*\b(than|least|most|over|about|nearly|almost|up\sto)\s).+?)(?<!\b(item|room|step|chapter|version|part|unit|rule|number|no\.))\s(?<value>(?i:{NumberForms.Word})|\d{{1,3}})\s(?<what>(?!(years?|months?|weeks?|days?|hours?|minutes?|metres?|meters?|kilometres?|miles?|feet|km|kilos?|kg|pounds?|euros?|dollars?|hundred|thousand|million|billion|dozen|old|am|pm|of|in|on|at|to|and|or|by|as|for|with|from|when|while|per|cent|percent|{NumberForms.Word}|(?i:{MonthName.Pattern}))\b)[\p{{L}}'’-]+(\s(?!(in|on|at|to|for|with|from|by|of|as|when|during|before|after|and|or)\b)[\p{{L}}'’-]+)*)(?<behind>(\s[^?!.]*)?){End}", Options)]
    private static partial Regex Number();

    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.*\b(?i:born|die|died|buried|live|lived|based|located|founded|grow\sup|raised|study|studied|stand|held|kept|filmed|shot|built|set|take\splace|premiered?))\s(in|at|near)\s(?<value>{Name}){End}", Options)]
    private static partial Regex Place();

    /// <summary>"Was it Otto Kern who wrote it?", "Is Otto Kern the one who wrote it?"</summary>
    [GeneratedRegex($@"^{Be}\s(it\s)?(?<value>{Name})\s(the\sone\s)?who\s(?<what>[^?!]+?){End}", Options)]
    private static partial Regex Cleft();

    /// <summary>"The", and the relatives of whom there is one, make it the only one; "her brother" may be one of some.</summary>
    [GeneratedRegex($@"^(?<verb>{Be})\s(?<value>{Name})\s((really|actually|also)\s)?(?<what>((?<only>the)|(?<only>(her|his|its|their)\s((real|own)\s)*(?=mother|father)|(her|his|its|their)\s(?=original|first))|her|his|its|their)\s*((original|first|main|own|elder|older|younger|real)\s)*(?!one\b)(?<noun>\p{{Ll}}+)\b[^?!]*?){End}", Options)]
    private static partial Regex Identity();

    [GeneratedRegex($@"^(?i:did)\s(?<value>{Name})\s((really|actually)\s)?(?<verb>(?<once>direct|write|compose|found|invent|design|build|create|establish|choreograph|translate)|(?<role>play|portray)(?=\s.+\sin\s\p{{Lu}})|play|portray|paint|discover|marry)\s(?<what>\p{{Lu}}[^?!]*|the\s[^?!]*){End}", Options)]
    private static partial Regex Doer();

    /// <summary>"Did she marry Otto Kern?", "Is the boat called Ada?", "Did she play Hana in The Long Road?"</summary>
    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.+\s(marry|married\sto|engaged\sto|(?<role>play|portray)|(?<called>called|named|titled|entitled|nicknamed)))\s[""“]?(?<value>{Name})[""”]?(?<behind>\sin\s[^?!.]+)?{End}", Options)]
    private static partial Regex Object();

    [GeneratedRegex($@"^(?<rest>{Be}\s((?i:she|he|it|they)|(?i:her|his|their|the)\s\p{{Ll}}+|{Name}))\s(?<value>\p{{Lu}}\p{{Ll}}+(an|ish|ese|i|ch|ek|sh|iss|on))\b{End}", Options)]
    private static partial Regex People();

    /// <summary>What happens to somebody or something once.</summary>
    [GeneratedRegex(@"\b(born|die|died|buried|founded|established|based|located|built|published|released?|come\sout|premiered?|completed|finished|abolished|sunk|launched|signed|divorced?|separated?|split\sup|happens?)$|^did\s.*\sopen$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Once();

    /// <summary>What is made by one, or by some who are named together.</summary>
    [GeneratedRegex(@"\b(directed|written|composed|founded|invented|designed|built|created|established|choreographed|translated)$", Options)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(a|an|any|ever|another|one|some)\b", Options)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b(before|after|by|until|till|since|about|around|circa|between|from|up\sto|at\s(least|most)|(more|less|fewer)\sthan|over|under|nearly|almost)\b|\d[-–/]\d{2}", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    /// <summary>Nationalities that include others: who is French is European.</summary>
    [GeneratedRegex(@"^(European|Asian|African|Scandinavian|British|Iberian|Slavic|Nordic)$", Options)]
    private static partial Regex OfManyPeoples();

    /// <summary>What stands between the items of a short answer.</summary>
    [GeneratedRegex(@",\s|\sand\s", Options)]
    private static partial Regex Item();

    [GeneratedRegex(@"\b\d{4}\b", Options)]
    private static partial Regex Year();

    [GeneratedRegex($@"\b({MonthName.Pattern})\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Month();
}
