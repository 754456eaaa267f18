namespace QaBot.Evaluation.Metrics;

/// <summary>What a ranked list of passages is worth for one question, by the ranks of its evidence quotes: from 1, or 0 where no passage covers one.</summary>
/// <remarks>Null when there are no quotes.</remarks>
internal static class Ranking
{
    /// <summary>The share of the quotes that the first passages cover.</summary>
    public static double? Recall(IReadOnlyList<int> ranks, int depth) =>
        ranks.Count == 0 ? null : (double)ranks.Count(rank => rank > 0 && rank <= depth) / ranks.Count;

    /// <summary>Whether the first passages cover any quote.</summary>
    public static bool? Hit(IReadOnlyList<int> ranks, int depth) => ranks.Count == 0 ? null : ranks.Any(rank => rank > 0 && rank <= depth);

    /// <summary>The reciprocal of the first rank, 0 when there is none (Voorhees 1999).</summary>
    public static double? ReciprocalRank(IReadOnlyList<int> ranks) => ranks.Count == 0 ? null : ranks.Where(rank => rank > 0).Select(rank => 1.0 / rank).DefaultIfEmpty(0).Max();
}
