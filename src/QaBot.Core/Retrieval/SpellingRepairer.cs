using System.Text;
using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Indexing;

namespace QaBot.Retrieval;

/// <summary>Finds the index's own term that a misspelt one stands for.</summary>
/// <remarks>
/// Damerau–Levenshtein distance (adjacent letters may be swapped) of 1 for terms of four to seven letters, of 2 for longer ones; the
/// first letter must agree; the nearest term wins, then the more frequent one. What stands behind a stem in a misspelt word, so that the
/// stemmer has not taken it off ("nominatons"), does not count. A word that English has is not misspelt, whether the index has it or not ("kept" is not "Kent"), nor is a
/// name that others bear ("Lisa" is not "lists"), but for another name ("Juliet" may be Juliette).
/// </remarks>
/// <param name="index">The index.</param>
/// <param name="isWord">Whether English has a lower-case word, or it is a common name.</param>
internal sealed class SpellingRepairer(PassageIndex index, Func<string, bool> isWord)
{
    private const int ShortestRepaired = 4;
    private const int ShortestWithTwo = 8;
    private const int ShortestStem = 5;
    private static readonly string[] Suffixes = ["ation", "ing", "ed", "ment"];
    private readonly BoundedCache<string, string?> _known = new(capacity: 2_000, StringComparer.Ordinal);

    /// <summary>The term that was meant, or null.</summary>
    /// <param name="asked">A word of a question whose term the index does not have.</param>
    public string? Repair(QuestionTerm asked)
    {
        if (asked.Term.Length < ShortestRepaired || char.IsDigit(asked.Term[0]) || _known.GetOrAdd(asked.Term, Nearest) is not { } meant)
        {
            return null;
        }

        var isListed = Lexicon.Knows(asked.Term);
        var isAnotherName = !Lexicon.Knows(meant) && (meant.StartsWith(asked.Term, StringComparison.Ordinal) || (asked.IsName && !isListed));
        return isAnotherName || !(isListed || isWord(EnglishAnalyzer.Fold(asked.Word).ToLowerInvariant().Split('\'', '’')[0])) ? meant : null;
    }

    private string? Nearest(string term)
    {
        var limit = term.Length >= ShortestWithTwo ? 2 : 1;
        var (best, bestDistance, bestFrequency) = ((string?)null, limit + 1, 0);
        foreach (var (candidate, frequency) in index.Terms(Rune.GetRuneAt(term, 0).ToString()))
        {
            if (char.IsDigit(candidate[^1]))
            {
                continue;
            }

            var distance = DistanceToWord(term, candidate, limit);
            if (distance < bestDistance || (distance == bestDistance && distance <= limit && frequency > bestFrequency))
            {
                (best, bestDistance, bestFrequency) = (candidate, distance, frequency);
            }
        }

        return best;
    }

    private static int DistanceToWord(string term, string candidate, int limit)
    {
        if (Math.Abs(candidate.Length - term.Length) <= limit)
        {
            return Distance(term, candidate, limit);
        }

        return candidate.Length >= ShortestStem && candidate.Length < term.Length && term.StartsWith(candidate.AsSpan(0, ShortestStem - 1), StringComparison.Ordinal)
            ? Suffixes.Min(suffix => Math.Abs(candidate.Length + suffix.Length - term.Length) <= limit ? Distance(term, candidate + suffix, limit) : limit + 1)
            : limit + 1;
    }

    /// <summary>The restricted Damerau–Levenshtein distance, or <paramref name="limit"/> + 1 when it is greater.</summary>
    internal static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var smallest = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }

                smallest = Math.Min(smallest, row[j]);
            }

            if (smallest > limit)
            {
                return limit + 1;
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return Math.Min(last[right.Length], limit + 1);
    }
}
