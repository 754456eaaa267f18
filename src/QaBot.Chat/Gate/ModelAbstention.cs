using System.Text.RegularExpressions;

namespace QaBot.Chat.Gate;

/// <summary>Recognises that a model says it has no answer, in the words it was given or in others.</summary>
internal static partial class ModelAbstention
{
    /// <summary>Whether a sentence says that there is no answer.</summary>
    public static bool IsSaidBy(string sentence) => Given().IsMatch(sentence) || InOtherWords().IsMatch(Apostrophes().Replace(sentence, "'"));

    [GeneratedRegex(@"\bNOT[ _-]IN[ _-](?:THE[ _-])?SOURCES?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Given();

    [GeneratedRegex(
        """
        \b(?:passages?|sources?|text|documents?|context|excerpts?|information|biography|article)\b .{0,60}?
        \b(?:(?:does|do|did)(?:\ not|n't)|not|never|states?\ no|fails?\ to|lacks?|silent|no|nothing|nowhere|neither)\b
        | \b(?:not|n't|no|none|nothing|nowhere|never|without|insufficient|lacks?)\b .{0,80}?
        \b(?:passages?|sources?|provided|given|text|context|documents?|excerpts?)\b
        | \b(?:cannot|can't|could\ not|couldn't|unable\ to|not\ able\ to|not\ possible\ to|impossible\ to)\b .{0,30}?
        \b(?:answer|determine|find|say|tell|know|confirm|verify|provide|help|assist|be\ (?:answered|determined|found))\b
        | \b(?:I|we)\ (?:do\ not|don't|did\ not|didn't)\ (?:know|have|find|see)\b
        | (?:\b(?:no|insufficient|not\ enough)|n't\ (?:any|enough))\ (?:relevant\ |specific\ |such\ )?(?:information|mention|answer|details?|data|evidence|record)\b
        | \b(?:is|are|was|were)(?:\ not|n't)\ (?:\w+\ )?(?:mentioned|stated|specified|provided|given|available|known|included|discussed|covered|recorded|disclosed)\b
        | ^(?:it\ is\ |it's\ )?(?:unknown|unclear|unspecified|unanswerable|not\ (?:known|stated|specified|mentioned|available|given))\b
        | \bI(?:'m|\ am)\ (?:sorry|afraid)\b | \bN/A\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex InOtherWords();

    [GeneratedRegex("[’‘ʼ]")]
    private static partial Regex Apostrophes();
}
