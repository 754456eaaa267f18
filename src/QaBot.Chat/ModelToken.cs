using System.Text.RegularExpressions;

namespace QaBot.Chat;

/// <summary>A special token or tag of some family of models, where it stands in a text.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Text">The token.</param>
internal sealed partial record ModelToken(ModelTokenKind Kind, int Index, string Text)
{
    /// <summary>UTF-16 units of the longest token that is waited for.</summary>
    private const int Longest = 64;

    /// <summary>What is left of harmony's tokens in front of its final channel where a server leaves them out.</summary>
    private const string Bare = "assistantfinal";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The first token of a text, or null.</summary>
    public static ModelToken? Next(string text)
    {
        var match = Any().Match(text);
        return match.Success ? new ModelToken(Enum.Parse<ModelTokenKind>(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name), match.Index, match.Value) : null;
    }

    /// <summary>How many UTF-16 units at the end of a text may be the beginning of a token.</summary>
    public static int MayBegin(string text) => Beginning().Match(text, Math.Max(0, text.Length - Longest)) is { Success: true } match ? match.Length
        : Enumerable.Range(1, Math.Min(Bare.Length - 1, text.Length)).LastOrDefault(length => Bare.StartsWith(text[^length..], StringComparison.Ordinal));

    /// <summary>What the name of a channel or a role says.</summary>
    public static HeaderMeaning PlaceOf(string name) =>
        ThoughtName().IsMatch(name) ? HeaderMeaning.Thought : AnswerName().IsMatch(name) ? HeaderMeaning.Answer : HeaderMeaning.Other;

    private const string ThoughtTag = @"(?:[a-z]{1,12}:)?[a-z_]{0,20}(?:think|thought|reason|reflect|scratchpad|monologue)[a-z_]{0,20}";

    private const string AnswerTag = @"(?:(?:final[_-]?)?answer|final|response|solution)";

    [GeneratedRegex(
        $"""
        (?<ThoughtEnds> </{ThoughtTag}\s*> | \[/think(?:ing)?\] | <\|(?:end_of_thought|end_thinking|/think)\|> | ◁/think▷ | <channel\|> | <unused95> )
        | (?<ThoughtBegins> <{ThoughtTag}(?:\s[^<>]{"{0,40}"})?> | \[think(?:ing)?\] | <\|(?:begin_of_thought|start_thinking|think)\|> | ◁think▷ | <unused94> )
        | (?<AnswerBegins> <{AnswerTag}> | <\|(?:begin_of_solution|start_response)\|> )
        | (?<AnswerEnds> </{AnswerTag}> | <\|(?:end_of_solution|end_response)\|> )
        | (?<HeaderBegins> <\|(?:channel|start|start_header_id)\|> )
        | (?<HeaderLineBegins> <\|channel> | <\|im_start\|> | <start_of_turn> | <\|turn> )
        | (?<HeaderEnds> <\|(?:message|end_header_id|im_middle|im_sep)\|> )
        | (?<BareFinal> {Bare} )
        | (?<Control> <[|｜][^<>|｜\n]{"{1,40}"}[|｜]> | <\|[a-z_]{"{1,20}"}> | <[a-z_]{"{1,20}"}\|> | </?s> | <(?:eos|bos|pad|unk|eod|eot|eom|sep|cls|mask)> | <(?:start|end|begin)_of_[a-z_]{"{1,20}"}>
            | <(?:unused|reserved_)[0-9]{"{1,5}"}> | \[/?INST\] | <</?SYS>> | \[/?(?:EOS|BOS|PAD|UNK|CLS|SEP|s|gMASK|sop)\] )
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Any();

    [GeneratedRegex(@"(?:<[^<>\n]*|\[/?[a-z]{0,8}|◁/?[a-z]{0,8})$", Options)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?:analysis|commentary|thought|think|thinking|reasoning)\b", Options)]
    private static partial Regex ThoughtName();

    [GeneratedRegex(@"^(?:assistant|model|gpt|bot|ai|final|response|answer)\b|^$", Options)]
    private static partial Regex AnswerName();
}
