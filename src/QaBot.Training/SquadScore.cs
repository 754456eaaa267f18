using System.Text.RegularExpressions;

namespace QaBot.Training;

/// <summary>Exact match and token F1 as SQuAD 1.1's evaluation script defines them.</summary>
internal static partial class SquadScore
{
    public static bool ExactMatch(string answer, IEnumerable<string> accepted) => accepted.Any(a => string.Join(' ', Tokens(a)) == string.Join(' ', Tokens(answer)));

    public static double F1(string answer, IEnumerable<string> accepted) => accepted.Select(a => F1(Tokens(answer), Tokens(a))).DefaultIfEmpty(0).Max();

    private static double F1(string[] answer, string[] accepted)
    {
        var counts = accepted.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        var common = answer.GroupBy(t => t).Sum(g => Math.Min(g.Count(), counts.GetValueOrDefault(g.Key)));
        return common == 0 ? 0 : 2.0 * common / (answer.Length + accepted.Length);
    }

    private static string[] Tokens(string text)
    {
        var plain = Articles().Replace(new string([.. text.ToLowerInvariant().Where(c => !char.IsPunctuation(c) && c is not ('$' or '+' or '<' or '>' or '=' or '^' or '`' or '|' or '~'))]), " ");
        return plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\b(a|an|the)\b")]
    private static partial Regex Articles();
}
