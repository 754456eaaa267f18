using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Answering;

namespace QaBot.Conversations;

/// <summary>What a question speaks of without a name: "the main pool" in "How deep is the main pool?"</summary>
/// <param name="Text">The words, with the article or the like before them.</param>
/// <param name="Start">Where they begin in the question.</param>
internal sealed partial record NounPhrase(string Text, int Start)
{
    /// <summary>The article or the like.</summary>
    public string Determiner => Text[..Text.IndexOf(' ')];

    /// <summary>The last word: what the others describe.</summary>
    public string Head => Text[(Text.LastIndexOf(' ') + 1)..];

    /// <summary>Whether it means several, as its ending shows.</summary>
    public bool IsPlural => WordForms.EndsAsPlural(Head) || Head is "people" or "children" or "men" or "women";

    /// <summary>The phrases of a question with single spaces, in order.</summary>
    public static List<NounPhrase> Find(string question) => [.. Pattern().Matches(question).Select(match => Of(question, match)).OfType<NounPhrase>()];

    /// <summary>Without the verb or the adjective that stands behind it: "the sauna" of "does the sauna close"; null where it cannot be told which words that are.</summary>
    private static NounPhrase? Of(string question, Match match)
    {
        var words = match.Value.Split(' ');
        var past = Array.FindIndex(words, 2, word => WordForms.IsPast(word.ToLowerInvariant()) && !PastOrNoun().IsMatch(word));
        if (past < 0 && words.Length > 2 && BehindAuxiliary().IsMatch(question[..match.Index]) && question[(match.Index + match.Length)..] is var rest && !IsSaidOf().IsMatch(rest))
        {
            past = words.Length > 3 && !Preposition().IsMatch(rest) ? 0 : words.Length - 1;
        }

        return past == 0 ? null : new NounPhrase(string.Join(' ', past < 0 ? words : words[..past]), match.Index);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Prepositions = "in|on|at|of|for|with|by|from|to|into|after|before|during|under|over|near";

    /// <summary>What is said of a thing, and so stands behind all of its words.</summary>
    private const string Said = "open|closed|free|available|allowed|included|called|named|be|been|not";

    private const string NoNoun = QuestionLead.Auxiliary + "|" + Prepositions + "|" + Said
        + "|being|about|than|and|or|but|if|when|where|who|what|which|that|why|how|i|you|he|she|it|we|they|them|him|here|there|then|now|again";

    [GeneratedRegex($@"\b(the|a|an|my|our|your|his|her|its|their|this|these|those)(\s(?!({NoNoun})\b)[\w'’-]+){{1,4}}", Options)]
    private static partial Regex Pattern();

    [GeneratedRegex($@"^\s({Said})\b", Options)]
    private static partial Regex IsSaidOf();

    /// <summary>"Does", "can" and "will" have a verb behind what follows, and so has, or an adjective, what opens a question.</summary>
    [GeneratedRegex(@"\b(do|does|did|can|could|will|would|should|may|might|must)(n['’]t)?\s$|^(is|are|was|were)(n['’]t)?\s$", Options)]
    private static partial Regex BehindAuxiliary();

    [GeneratedRegex($@"^\s({Prepositions})\b", Options)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(cost|cast|set|cut)$", Options)]
    private static partial Regex PastOrNoun();
}
