using System.Text.RegularExpressions;
using QaBot.Analysis;

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
    public bool IsPlural => Head is [.., not ('s' or 'u' or 'i'), 's'] or "people" or "children" or "men" or "women";

    /// <summary>The phrases of a question with single spaces, in order.</summary>
    public static List<NounPhrase> Find(string question) => [.. Pattern().Matches(question).Select(match =>
    {
        var words = match.Value.Split(' ').ToList();
        var past = words.FindIndex(2, word => WordForms.IsPast(word.ToLowerInvariant()));
        words = past < 0 ? words : words[..past];
        if (words.Count > 2 && past < 0 && BehindDo().IsMatch(question[..match.Index]) && !Opens().IsMatch(question[(match.Index + match.Length)..]))
        {
            // "Does the sauna close": a subject and its verb.
            words.RemoveAt(words.Count - 1);
        }

        return new NounPhrase(string.Join(' ', words), match.Index);
    }).Where(phrase => phrase.Text.Contains(' '))];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string NoNoun = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|be|been|being|in|on|at|of|for|with|by|from|to|into|about|after|before|during|under|over|near|than"
        + "|and|or|but|if|when|where|who|what|which|that|why|how|i|you|he|she|it|we|they|them|him|there|then|now|again|open|closed|free|available|allowed|included|there|called|named|not";

    [GeneratedRegex($@"\b(the|a|an|my|our|your|his|her|its|their|this|these|those)(\s(?!({NoNoun})\b)[\w'’-]+){{1,4}}", Options)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^\sopen\b", Options)]
    private static partial Regex Opens();

    [GeneratedRegex(@"\b(do|does|did)(n['’]t)?\s$", Options)]
    private static partial Regex BehindDo();
}
