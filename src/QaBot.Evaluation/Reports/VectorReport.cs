using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Runs;

namespace QaBot.Evaluation.Reports;

/// <summary>What vectors bring: where evidence stands in the ranking by words, and in the one that is fused of words and vectors.</summary>
/// <param name="Model">The model that made the vectors.</param>
/// <param name="Questions">Questions with evidence.</param>
/// <param name="Words">Shares of them with a quote among the first 1, 5 and 10 passages by words, and the mean reciprocal rank.</param>
/// <param name="Fused">The same of the fused ranking.</param>
public sealed record VectorReport(string Model, int Questions, IReadOnlyList<double> Words, IReadOnlyList<double> Fused)
{
    private static readonly int[] Depths = [1, 5, 10];

    /// <summary>The comparison of a run; null without vectors.</summary>
    internal static VectorReport? Of(EvaluationOptions options, IEnumerable<Observation> rows)
    {
        var compared = rows.Where(row => row.EvidenceRanks.Count > 0).ToList();
        return options.Vectors is not { } vectors || compared.Count == 0 ? null : new VectorReport(
            vectors.Model,
            compared.Count,
            Figures(compared.ConvertAll(row => row.RanksByWords ?? row.EvidenceRanks)),
            Figures(compared.ConvertAll(row => row.EvidenceRanks)));
    }

    private static List<double> Figures(List<IReadOnlyList<int>> rows)
    {
        var hits = Depths.Select(depth => rows.Average(ranks => Ranking.Hit(ranks, depth) == true ? 1.0 : 0));
        return [.. hits.Append(rows.Average(ranks => Ranking.ReciprocalRank(ranks)!.Value)).Select(figure => Math.Round(figure, 6))];
    }
}
