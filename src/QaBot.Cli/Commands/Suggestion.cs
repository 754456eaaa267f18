namespace QaBot.Cli.Commands;

/// <summary>What somebody may have meant who typed a name that there is not.</summary>
internal static class Suggestion
{
    /// <summary>The known name nearest to the one typed, whatever their case; null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known) =>
        known.Where(name => Distance(name, typed) <= 1 + (typed.Length / 4)).MinBy(name => Distance(name, typed));

    /// <summary>The restricted Damerau–Levenshtein distance: characters put in, left out, replaced, or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        (left, right) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[left.Length, right.Length];
    }
}
