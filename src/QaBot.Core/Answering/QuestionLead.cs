using System.Text.RegularExpressions;

namespace QaBot.Answering;

/// <summary>The question word that a question begins with.</summary>
internal static partial class QuestionLead
{
    /// <summary>A pattern of question words, with a preposition before or not.</summary>
    public const string Word = @"((in|on|at|for|to|with|by|from|since|until|of|about|against)\s)?(whom|whose|who|when|where|why|what|which|how)";

    /// <summary>A question with another question word: "Is she married?" and "To whom?" make "To whom is she married?"</summary>
    /// <param name="question">The question.</param>
    /// <param name="word">The word or words that take the place of its own, or stand before it where it has none.</param>
    public static string Replace(string question, string word)
    {
        var rest = question[Lead().Match(question).Length..].Trim(' ', '?', ',');
        return $"{word.Trim(' ', '?')} {(Verb().IsMatch(rest) ? char.ToLowerInvariant(rest[0]) + rest[1..] : rest)}?";
    }

    /// <summary>
    /// What is told or typed as keywords as the question that it stands for: "List her films" is "What are her films", "Tell me when she was born" is "when she was born",
    /// "night train director" is "Who is the director of night train?"
    /// </summary>
    public static string Ask(string text)
    {
        var command = Command().Match(text);
        if (command.Success)
        {
            return Lead().IsMatch(text[command.Length..]) ? text[command.Length..] : "What are " + text[command.Length..];
        }

        var keywords = Keywords().Match(text);
        var (of, noun) = (keywords.Groups["of"].Value, keywords.Groups["noun"].Value.ToLowerInvariant());
        if (!keywords.Success || MakesSentence().IsMatch(of))
        {
            return text;
        }

        return QuestionParser.IsPerson(noun) ? $"Who is the {noun} of {of}?"
            : noun.EndsWith('s') && QuestionParser.IsPerson(noun[..^1]) ? $"Who are the {noun} of {of}?"
            : text;
    }

    private const string Auxiliary = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"^\s*({Word}(?<=which)\s\w+\b|{Word}(\s(many|much|long|old|often|far))?\b)", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(please\s+)?((can|could|would|will)\s+you\s+(please\s+)?)?((list|name|enumerate)(\s+me)?|(give|tell|show)\s+me)(\s+all(\s+of)?)?\s+(?=\S)", Options)]
    private static partial Regex Command();

    /// <summary>A name and what is asked of it, with nothing that makes a sentence of them.</summary>
    [GeneratedRegex(@"^\s*(?<of>(?!(and|or|but|the|a|an|her|his|their|my|its|ok)\b)\S.*?)(['’]s)?\s(?<noun>[\w-]+)[\s?!.]*$", Options)]
    private static partial Regex Keywords();

    [GeneratedRegex($@"\b(who|whom|whose|when|where|why|what|which|how|{Auxiliary}|the|of|by|with|to|for|and)\b", Options)]
    private static partial Regex MakesSentence();

    [GeneratedRegex($@"^({Auxiliary})\b", Options)]
    private static partial Regex Verb();
}
