namespace QaBot.Evaluation.Metrics;

/// <summary>What a ranked list of passages is worth for one question; null when it has no evidence.</summary>
internal static class Ranking
{
    /// <summary>The share of the evidence quotes that the first passages cover.</summary>
    public static double? Recall(Judgement judgement, int depth)
    {
        var ranks = judgement.EvidenceRanks;
        return ranks.Count == 0 ? null : (double)ranks.Count(rank => rank > 0 && rank <= depth) / ranks.Count;
    }

    /// <summary>Whether the first passages cover any evidence quote.</summary>
    public static bool? Hit(Judgement judgement, int depth)
    {
        return judgement.EvidenceRanks.Count == 0 ? null : judgement.RelevantRanks.Any(rank => rank <= depth);
    }

    /// <summary>The reciprocal of the first relevant passage's rank, 0 when there is none (Voorhees 1999).</summary>
    public static double? ReciprocalRank(Judgement judgement)
    {
        return judgement.EvidenceRanks.Count == 0 ? null : judgement.RelevantRanks.Count == 0 ? 0 : 1.0 / judgement.RelevantRanks.Min();
    }

    /// <summary>The discounted cumulative gain of binary relevance, divided by that of the best list (Järvelin and Kekäläinen 2002).</summary>
    public static double? Ndcg(Judgement judgement, int depth)
    {
        if (judgement.EvidenceRanks.Count == 0 || judgement.RelevantPassages == 0)
        {
            return null;
        }

        var gain = judgement.RelevantRanks.Where(rank => rank <= depth).Sum(Discounted);
        var ideal = Enumerable.Range(1, Math.Min(depth, judgement.RelevantPassages)).Sum(Discounted);
        return gain / ideal;

        static double Discounted(int rank) => 1 / Math.Log2(rank + 1);
    }
}
