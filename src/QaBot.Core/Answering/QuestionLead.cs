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

    /// <summary>What is told to say something as the question that it stands for: "List her films" is "What are her films", "Tell me when she was born" is "when she was born".</summary>
    public static string Ask(string text)
    {
        var command = Command().Match(text);
        return !command.Success ? text : Lead().IsMatch(text[command.Length..]) ? text[command.Length..] : "What are " + text[command.Length..];
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"^\s*({Word}(?<=which)\s\w+\b|{Word}(\s(many|much|long|old|often|far))?\b)", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(please\s+)?((can|could|would|will)\s+you\s+(please\s+)?)?((list|name|enumerate)(\s+me)?|(give|tell|show)\s+me)(\s+all(\s+of)?)?\s+(?=\S)", Options)]
    private static partial Regex Command();

    [GeneratedRegex(@"^(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b", Options)]
    private static partial Regex Verb();
}
