using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A question that asks two things: "Who directed it, and when did it open?"</summary>
internal static partial class CompoundQuestion
{
    private const int ShortestPart = 3;

    /// <summary>The two questions, or null for a question that asks one thing. The second takes over the names of the first when it has none.</summary>
    public static (string First, string Second)? Split(string text)
    {
        var join = Join().Match(text);
        if (!join.Success)
        {
            return null;
        }

        var (first, second) = (text[..join.Index].Trim(), text[join.Groups["second"].Index..].Trim());
        if (first.Count(' ') < ShortestPart - 1 || second.Count(' ') < ShortestPart - 1 || !QuestionWord().IsMatch(first))
        {
            return null;
        }

        var names = NameScanner.Scan(first, new TextSpan(0, first.Length));
        var hasName = NameScanner.Scan(second, new TextSpan(0, second.Length)).Exists(name => name.Span.Start > 0);
        if (!hasName && names.Count > 0)
        {
            second = $"{second.TrimEnd('?', ' ')}, {string.Join(", ", names.Select(name => first.Substring(name.Span.Start, name.Span.Length)))}?";
        }

        return (first.TrimEnd(',', ' ') + "?", second);
    }

    [GeneratedRegex(@",? and (?<second>((in|on|at|for|to|with|by|from|since) )?(who|whom|whose|when|where|why|what|which|how)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Join();

    [GeneratedRegex(@"\b(who|whom|whose|when|where|why|what|which|how)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex QuestionWord();
}
