using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A question that asks two things: "Who directed it, and when did it open?", "Where and when was she born?"</summary>
internal static partial class CompoundQuestion
{
    private const int ShortestPart = 3;

    /// <summary>
    /// The two questions, or null for a question that asks one thing. The second takes over the names of the first when it has none, and
    /// all of it when it is only a question word: "…, and with whom?"
    /// </summary>
    public static (string First, string Second)? Split(string text)
    {
        if (Leads().Match(text) is { Success: true } leads)
        {
            var rest = text[(leads.Index + leads.Length)..];
            return ($"{leads.Groups["first"].Value} {rest}", $"{leads.Groups["second"].Value} {rest}");
        }

        var join = Join().Match(text);
        if (!join.Success)
        {
            return null;
        }

        var (first, second) = (text[..join.Index].Trim(), text[join.Groups["second"].Index..].Trim());
        if (first.Count(' ') < ShortestPart - 1 || !QuestionWord().IsMatch(first))
        {
            return null;
        }

        if (second.TrimEnd('?', ' ').Count(' ') < ShortestPart - 1 || BareNoun().IsMatch(second))
        {
            return (first.TrimEnd(',', ' ') + "?", QuestionLead.Replace(first, second));
        }

        var names = NameScanner.Scan(first, new TextSpan(0, first.Length));
        var hasName = NameScanner.Scan(second, new TextSpan(0, second.Length)).Exists(name => name.Span.Start > 0);
        if (!hasName && names.Count > 0)
        {
            var named = It().Replace(second, first.Substring(names[^1].Span.Start, names[^1].Span.Length), 1);
            second = named != second ? named : $"{second.TrimEnd('?', ' ')}, {string.Join(", ", names.Select(name => first.Substring(name.Span.Start, name.Span.Length)))}?";
        }

        return (first.TrimEnd(',', ' ') + "?", second);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Word = QuestionLead.Word;

    private const string Noun = @"(\s(year|day|date|time|city|town|country|place|long|often|old|many|much))?";

    /// <summary>"Where and when was she born?", "Which friend and which book helped her?"</summary>
    [GeneratedRegex($@"^\s*((?<first>{Word}{Noun}),?\sand\s(?<second>{Word}{Noun})|(?<first>(which|what|how\s(many|much))\s\w+),?\sand\s(?<second>(which|what|how\s(many|much))\s\w+))\s(?=\w)", Options)]
    private static partial Regex Leads();

    [GeneratedRegex($@",?\sand\s(?<second>{Word}\b)", Options)]
    private static partial Regex Join();

    [GeneratedRegex(@"\b(who|whom|whose|when|where|why|what|which|how)\b", Options)]
    private static partial Regex QuestionWord();

    /// <summary>"with what animal", "in which year": a question word with its noun and nothing else.</summary>
    [GeneratedRegex(@"^(in|on|at|for|to|with|by|from|since|until|of)\s(what|which|whose)\s\w+\s*\?*$", Options)]
    private static partial Regex BareNoun();

    [GeneratedRegex(@"\bit\b", Options)]
    private static partial Regex It();
}
