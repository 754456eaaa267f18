using System.Text.RegularExpressions;

namespace QaBot.Answering;

/// <summary>The question word that a question begins with.</summary>
internal static partial class QuestionLead
{
    /// <summary>A pattern of question words, with a preposition before or not.</summary>
    public const string Word = @"((in|on|at|for|to|with|by|from|since|until|of|about|against)\s)?(whom|whose|who|when|where|why|what|which|how)";

    /// <summary>A question with another question word: "Is she married?" and "To whom?" make "To whom is she married?", "Who directed Damage?" and "When?" make "When was Damage directed?"</summary>
    /// <param name="question">The question.</param>
    /// <param name="word">The word or words that take the place of its own, or stand before it where it has none.</param>
    /// <param name="answer">What the question was answered with, which takes the place of what it asked for: "Which part did she turn down?" and "Why?" make "Why did she turn down Hamlet?"</param>
    public static string Replace(string question, string word, string? answer = null)
    {
        var lead = Lead().Match(question);
        var rest = question[lead.Length..].Trim(' ', '?', ',');
        rest = Verb().IsMatch(rest) ? char.ToLowerInvariant(rest[0]) + rest[1..] : rest;
        if (AsksForThing().IsMatch(lead.Value))
        {
            rest = Did().Replace(rest, "was ${object} ${verb}");
            rest = answer is null || answer.Any(char.IsDigit) ? rest
                : WithoutSubject().Match(rest) is { Success: true } verb ? rest.Insert(verb.Length, $"{answer} ")
                : WithoutObject().IsMatch(rest) ? $"{rest} {answer}"
                : rest;
        }

        return $"{word.Trim(' ', '?')} {rest}?";
    }

    /// <summary>"Can I use it?" and "Why not?" make "Why can't I use it?"; null where a question is not for yes or no.</summary>
    public static string? WhyNot(string question) => Uncontracted().Match(question) is { Success: true } verb && Contracted(verb.Value.ToLowerInvariant()) is { } contracted
        ? $"Why {contracted}{question.TrimEnd(' ', '?')[verb.Length..]}?"
        : null;

    private static string? Contracted(string auxiliary) => auxiliary switch { "can" => "can't", "will" => "won't", "may" or "might" => null, _ => auxiliary + "n't" };

    /// <summary>Whether a sentence of a source asks something itself, as in a list of questions and their answers.</summary>
    public static bool IsAsked(string sentence) => Asked().IsMatch(sentence);

    /// <summary>
    /// What is told or typed as keywords as the question that it stands for: "List her films" is "What are her films", "Tell me when she was born" is "when she was born",
    /// "night train director" is "Who is the director of night train?"
    /// </summary>
    public static string Ask(string text)
    {
        var command = Command().Match(text);
        if (command.Success)
        {
            var told = text[command.Length..];
            return Lead().IsMatch(told) ? told : Whether().IsMatch(told) ? Whether().Replace(told, "") : About().IsMatch(told) ? text : $"What {(Plural().IsMatch(told) ? "are" : "is")} {told}";
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

    /// <summary>Words of a question that ask for somebody or something by name.</summary>
    [GeneratedRegex(@"^\s*(who|what|which)\b", Options)]
    private static partial Regex AsksForThing();

    /// <summary>"Directed Damage": what somebody did to something, without who.</summary>
    [GeneratedRegex(@"^(?<verb>\w{3,}ed)\s(?<object>((the|a|an|her|his|their|its|my|your|our)\s|(?-i:\p{Lu}))[^?]*)$", Options)]
    private static partial Regex Did();

    /// <summary>"Was banned in Iran", "is against it": what is asked for was the subject.</summary>
    [GeneratedRegex($@"^({Auxiliary})\s(?=(\w+ed|against|in|on|at|for|from|behind|born|made|built|sold|shown|won|written|sung|taken|given|held|lost|left)\b)", Options)]
    private static partial Regex WithoutSubject();

    /// <summary>"Did she turn down": what is asked for was the object, and nothing stands behind it.</summary>
    [GeneratedRegex($@"^(do|does|did|can|could|will|would|should|must|has|have|had)\s(?=(she|he|it|they|we|you|i|the|an?|my|our|your|his|her|its|their)\s|(?-i:\p{{Lu}}))(?!.*\s(in|on|at|during|after|before|by|from|with|as)\s)", Options)]
    private static partial Regex WithoutObject();

    /// <summary>A pattern of auxiliary verbs.</summary>
    public const string Auxiliary = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>A question word with what it asks of, up to the verb where that can be told: "which Italian film", "how many goats".</summary>
    [GeneratedRegex($@"^\s*({Word}(\s(?!({Auxiliary})\b)[\w'’-]+){{1,3}}(?=\s({Auxiliary})\b)|{Word}(?<=which)\s\w+\b|{Word}(\s(many|much|long|old|often|far))?\b)", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(please\s+)?((can|could|would|will)\s+you\s+(please\s+)?)?((list|name|enumerate)(\s+me)?|(give|tell|show)\s+me)(\s+all(\s+of)?)?\s+(?=\S)(?!of\b)", Options)]
    private static partial Regex Command();

    /// <summary>"Tell me whether she is married."</summary>
    [GeneratedRegex(@"^(if|whether)\s+", Options)]
    private static partial Regex Whether();

    [GeneratedRegex(@"^about\b", Options)]
    private static partial Regex About();

    /// <summary>The noun that something is asked of, before what describes it further, ends as plurals do, or several are joined.</summary>
    [GeneratedRegex(@"^(?>((?!(of|in|on|at|for|with|by|from|that|who|which|where|she|he|they|it|and)\b)[^\s?.!]+\s*)+)(?<=([^s]s|men|people|children)[\s?.!]*)|\band\b", Options)]
    private static partial Regex Plural();

    /// <summary>A name and what is asked of it, with nothing that makes a sentence of them.</summary>
    [GeneratedRegex(@"^\s*(?<of>(?!(and|or|but|the|a|an|her|his|their|my|its|ok)\b)\S.*?)(['’]s)?\s(?<noun>[\w-]+)[\s?!.]*$", Options)]
    private static partial Regex Keywords();

    [GeneratedRegex($@"\b(who|whom|whose|whos|when|where|why|what|whats|which|how|{Auxiliary}|\w+n['’]t|the|a|an|any|no|of|by|with|to|for|and|as|he|she|it|they|you|i|her|his|their)\b", Options)]
    private static partial Regex MakesSentence();

    [GeneratedRegex($@"^\W*({Word}|({Auxiliary})(n['’]t)?)\b[^.!?]*\?\W*$", Options)]
    private static partial Regex Asked();

    [GeneratedRegex($@"^({Auxiliary})\b", Options)]
    private static partial Regex Verb();

    [GeneratedRegex($@"^({Auxiliary})\b(?!['’])", Options)]
    private static partial Regex Uncontracted();
}
