using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Reciprocal rank fusion: Cormack, Clarke, Büttcher, SIGIR 2009. A passage's score is the sum of 1/(60 + rank) over both rankings.</summary>
public static class RankFusion
{
    private const double Constant = 60;

    /// <summary>Puts a ranking by words and another one together.</summary>
    /// <param name="retrieved">The ranking by words.</param>
    /// <param name="ranking">The other ranking: ordinals, best first.</param>
    /// <param name="index">The index that both are of.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="withReferences">Whether passages of reference lists may come in.</param>
    public static Retrieved Fuse(Retrieved retrieved, IReadOnlyList<int> ranking, PassageIndex index, int count, bool withReferences)
    {
        ArgumentNullException.ThrowIfNull(retrieved);
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(index);
        if (ranking.Count == 0)
        {
            return retrieved;
        }

        var scores = new Dictionary<int, double>();
        Add(scores, retrieved.Hits.Select(hit => hit.Ordinal));
        Add(scores, ranking.Where(ordinal => withReferences || index[ordinal].Zone == Zone.Body));
        var hits = retrieved.Hits.ToDictionary(hit => hit.Ordinal);

        // What only the other ranking has found counts as the least of the hits by words where their scores are looked at.
        var least = retrieved.Hits.Count == 0 ? 0 : retrieved.Hits.Min(hit => hit.Score);
        return retrieved with
        {
            Hits = [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(count)
                .Select(pair => hits.GetValueOrDefault(pair.Key) ?? new PassageHit(pair.Key, index[pair.Key], least))],
        };
    }

    private static void Add(Dictionary<int, double> scores, IEnumerable<int> ranking)
    {
        foreach (var (rank, ordinal) in ranking.Index())
        {
            scores[ordinal] = scores.GetValueOrDefault(ordinal) + (1 / (Constant + rank + 1));
        }
    }
}
