using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>What a question for yes or no takes for so: "Was she born in 1970?" says a date, and "When was she born?" asks for it.</summary>
/// <remarks>The answer to that question confirms or denies. The reader has learned such questions, and none for yes or no.</remarks>
/// <param name="Question">The question that asks for the value.</param>
/// <param name="Kind">What is asked for: a date, a number, a place, a person, or a phrase for a nationality.</param>
/// <param name="Value">The value as the question has it.</param>
/// <param name="IsOnly">Whether there is one value at most, so that another denies it.</param>
internal sealed partial record Assertion(string Question, QuestionKind Kind, string Value, bool IsOnly)
{
    /// <summary>The confidence from which another value denies: a wrong "No" is worse than none.</summary>
    private const double SureToDeny = 0.5;

    private static readonly string[] Cities = ["citi", "capit", "town"];
    private static readonly string[] Countries = ["nation"];
    private static readonly string[] Peoples = ["inhabit", "nation", "peopl", "european", "languag"];

    /// <summary>What a question for yes or no asserts, or null where that is not one value.</summary>
    public static Assertion? Find(string text)
    {
        var asked = IsItTrue().Replace(text.Trim(), "${verb} ${subject} ");
        return OfDate(asked) ?? OfAgent(asked) ?? OfNumber(asked) ?? OfPlace(asked) ?? OfCleft(asked) ?? OfIdentity(asked) ?? OfDoer(asked) ?? OfObject(asked) ?? OfPeople(asked);
    }

    /// <summary>What the answer to the question says of the value.</summary>
    /// <param name="draft">That answer.</param>
    /// <param name="subject">The terms of the name of whom the source is about, who is called by any part of it; or none.</param>
    /// <returns>"Yes", "No", or null where it says neither.</returns>
    public string? Verdict(AnswerDraft draft, IReadOnlySet<string> subject)
    {
        if (draft.ShortAnswer is not { } said || draft.Outcome != AnswerOutcome.Answered)
        {
            return null;
        }

        var (value, found) = (Claim.Read(Value), Claim.Read(said));
        if (Kind == QuestionKind.Number)
        {
            return value.Numbers.Count != 1 || found.Numbers.Count != 1 ? null : value.Numbers.Keys.SequenceEqual(found.Numbers.Keys) ? "Yes" : Deny();
        }

        var (asserted, terms) = (value.Terms, found.Terms);
        if (asserted.IsSubsetOf(terms) || (Kind == QuestionKind.Person && terms.Count > 0 && (terms.IsSubsetOf(asserted) || (asserted.Overlaps(subject) && terms.Overlaps(subject)))))
        {
            return "Yes";
        }

        var quote = Claim.Read(draft.Citations[0].Quote).Terms;
        return Kind switch
        {
            QuestionKind.Date => Years().Matches(said) is [var year] && Years().Matches(Value) is [var other] && (year.Value != other.Value || (HasMonth(said) && HasMonth(Value))) ? Deny() : null,
            QuestionKind.Person => char.IsUpper(said[0]) && !asserted.IsSubsetOf(quote) ? Deny() : null,
            QuestionKind.Place => !asserted.Overlaps(quote) && (AreBoth(Cities) || AreBoth(Countries)) ? Deny() : null,
            _ => !asserted.Overlaps(quote) && AreBoth(Peoples) ? Deny() : null,
        };

        string? Deny() => IsOnly && draft.Confidence >= SureToDeny ? "No" : null;

        bool AreBoth(string[] kinds) => asserted.All(term => IsA(term, kinds)) && terms.Any(term => IsA(term, kinds));
    }

    private static bool IsA(string term, string[] kinds) => Lexicon.Find(term).Hypernyms.Overlaps(kinds);

    private static bool HasMonth(string text) => Month().IsMatch(text);

    private static Assertion? OfDate(string asked) => Date().Match(asked) is { Success: true } match
        ? new Assertion($"When {LowerFirst(match, "rest")}?", QuestionKind.Date, match.Groups["value"].Value, IsOne(match.Groups["rest"].Value)) : null;

    private static Assertion? OfAgent(string asked) => Agent().Match(asked) is { Success: true } match
        ? new Assertion($"Who {LowerFirst(match, "rest")} by?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfNumber(string asked) => Number().Match(asked) is { Success: true } match
        ? new Assertion($"How many {match.Groups["what"].Value} {LowerFirst(match, "rest")}{match.Groups["behind"].Value}?", QuestionKind.Number, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfPlace(string asked) => Place().Match(asked) is { Success: true } match
        ? new Assertion($"Where {LowerFirst(match, "rest")}?", QuestionKind.Place, match.Groups["value"].Value, IsOne(match.Groups["rest"].Value)) : null;

    private static Assertion? OfCleft(string asked) => Cleft().Match(asked) is { Success: true } match
        ? new Assertion($"Who {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfIdentity(string asked) => Identity().Match(asked) is { Success: true } match
        ? new Assertion($"{(QuestionParser.IsPerson(match.Groups["noun"].Value) ? "Who" : "What")} {LowerFirst(match, "verb")} {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfDoer(string asked) => Doer().Match(asked) is { Success: true } match
        ? new Assertion($"Who {Past(match.Groups["verb"].Value)} {match.Groups["what"].Value}?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfObject(string asked) => Object().Match(asked) is { Success: true } match
        ? new Assertion($"{(match.Groups["called"].Success ? "What" : "Who")} {LowerFirst(match, "rest")}{match.Groups["behind"].Value}?", QuestionKind.Person, match.Groups["value"].Value, IsOnly: true) : null;

    private static Assertion? OfPeople(string asked) => People().Match(asked) is { Success: true } match
        ? new Assertion($"What nationality {LowerFirst(match, "rest")}?", QuestionKind.Phrase, match.Groups["value"].Value, IsOnly: true) : null;

    /// <summary>"Did she win a prize in 1999?": she may have won another one at another time.</summary>
    private static bool IsOne(string asked) => !Indefinite().IsMatch(asked);

    private static string LowerFirst(Match match, string group) => char.ToLowerInvariant(match.Groups[group].Value[0]) + match.Groups[group].Value[1..];

    private static string Past(string verb) => WordForms.Of(verb).FirstOrDefault(WordForms.IsPast) ?? (verb.EndsWith('e') ? verb + "d" : verb + "ed");

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Be = @"(?i:is|was|are|were|isn['’]t|wasn['’]t)";

    private const string Auxiliary = $@"({Be}|(?i:did|does|do|has|have|had|didn['’]t|doesn['’]t|hasn['’]t))";

    private const string Name = @"\p{Lu}[\p{L}\d.'’-]*(\s((?i:of|de|la|le|du|von|van|der|den)\s){0,2}\p{Lu}[\p{L}\d.'’-]*)*";

    private const string NumberWord = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";

    /// <summary>Verbs of what is done to a thing once, by one or by few.</summary>
    private const string MakingVerb = "direct|write|compose|found|invent|design|build|paint|discover|create|establish|choreograph|conduct|translate|marry|play|portray";

    private const string End = @"[\s?!.]*$";

    [GeneratedRegex($@"^(?i:is\sit\s(true|right|correct)\sthat)\s(?<subject>.{{1,60}}?)\s(?<verb>{Auxiliary})\s", Options)]
    private static partial Regex IsItTrue();

    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.+?)\s((?i:in|on)\s)(\p{{L}}+day,?\s)?(?<value>((\d{{1,2}}(st|nd|rd|th)?\s)?(?i:{MonthName.Pattern})\b\.?\s(\d{{1,2}}(st|nd|rd|th)?,?\s)?)?\d{{4}}){End}", Options)]
    private static partial Regex Date();

    /// <summary>Behind "by" a name may be typed without capitals.</summary>
    [GeneratedRegex($@"^(?<rest>{Be}\s.+\s(\p{{Ll}}+|\p{{Lu}}\p{{Ll}}+ed))\sby\s((the\s(\p{{Ll}}+\s)+)?(?<value>{Name})|(?<value>(?!(the|a|an|his|her|its|their|any|some)\b)\p{{Ll}}+(\s\p{{Ll}}+){{1,2}})){End}", Options)]
    private static partial Regex Agent();

    /// <summary>"Does she have three children with him?": the number, what is counted, and what stands behind it.</summary>
    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s(?!.*\b(than|least|most|over|about|nearly|almost)\s).+?)\s(?<value>(?i:{NumberWord})|\d{{1,3}})\s(?<what>(?!(years?|months?|weeks?|days?|hours?|minutes?|metres?|meters?|of|in|on|at|to|and|or)\b)[\p{{L}}'’-]+(\s(?!(in|on|at|to|for|with|from|by|of|as|when|during|before|after)\b)[\p{{L}}'’-]+)*)(?<behind>(\s[^?!]*)?){End}", Options)]
    private static partial Regex Number();

    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.*\b(?i:born|die|died|buried|live|lived|based|located|founded|grow\sup|raised|study|studied|stand|held|kept|filmed|shot|built|set|take\splace|premiered?))\s(in|at|near)\s(?<value>{Name}){End}", Options)]
    private static partial Regex Place();

    /// <summary>"Was it Otto Kern who wrote it?", "Is Otto Kern the one who wrote it?"</summary>
    [GeneratedRegex($@"^{Be}\s(it\s)?(?<value>{Name})\s(the\sone\s)?(who|that)\s(?<what>[^?!]+?){End}", Options)]
    private static partial Regex Cleft();

    [GeneratedRegex($@"^(?<verb>{Be})\s(?<value>{Name})\s((really|actually|also)\s)?(?<what>(the|her|his|its|their)\s((original|first|main|own|elder|older|younger|real)\s)*(?<noun>\p{{Ll}}+)\b[^?!]*?){End}", Options)]
    private static partial Regex Identity();

    [GeneratedRegex($@"^(?i:did|didn['’]t)\s(?<value>{Name})\s((really|actually)\s)?(?<verb>{MakingVerb})\s(?<what>\p{{Lu}}[^?!]*|the\s[^?!]*){End}", Options)]
    private static partial Regex Doer();

    /// <summary>"Did she marry Otto Kern?", "Is the boat called Ada?", "Did she play Hana in The Long Road?"</summary>
    [GeneratedRegex($@"^(?<rest>{Auxiliary}\s.+\s(marry|married\sto|engaged\sto|play|portray|(?<called>called|named|titled|entitled|nicknamed)))\s[""“]?(?<value>{Name})[""”]?(?<behind>\sin\s[^?!]+)?{End}", Options)]
    private static partial Regex Object();

    [GeneratedRegex($@"^(?<rest>{Be}\s((?i:she|he|it|they)|(?i:her|his|their|the)\s\p{{Ll}}+|{Name}))\s(?<value>\p{{Lu}}\p{{Ll}}+(an|ish|ese|i|ch|ek|sh|iss|on))\b{End}", Options)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(a|an|any|ever|another|one|some)\b", Options)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b\d{4}\b", Options)]
    private static partial Regex Years();

    [GeneratedRegex($@"\b({MonthName.Pattern})\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Month();
}
