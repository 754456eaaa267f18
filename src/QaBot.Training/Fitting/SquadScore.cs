namespace QaBot.Training.Fitting;

/// <summary>Exact match and token F1 as SQuAD 1.1's evaluation script defines them.</summary>
internal static class SquadScore
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
        if (Cache.TryGetValue(text, out var tokens))
        {
            return tokens;
        }

        var plain = new string([.. text.ToLowerInvariant().Where(c => !char.IsPunctuation(c) && c is not ('$' or '+' or '<' or '>' or '=' or '^' or '`' or '|' or '~'))]);
        tokens = [.. plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("a" or "an" or "the"))];
        return text.Length < 40 && Cache.Count < 200_000 ? Cache.GetOrAdd(text, tokens) : tokens;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string[]> Cache = new(StringComparer.Ordinal);
}
