namespace QaBot.Training;

/// <summary>Fits the confidence on outcomes of the cross-validation, and says what abstaining by it brings.</summary>
internal static class Confidence
{
    /// <summary>The unanswerable questions count so much that they make a third of all, as among real questions.</summary>
    private const double UnanswerableShare = 1.0 / 3;

    public static double[] Fit(List<(double[] Features, bool Right, bool Answerable)> outcomes)
    {
        var unanswerable = outcomes.Count(o => !o.Answerable);
        var weight = UnanswerableShare / (1 - UnanswerableShare) * (outcomes.Count - unanswerable) / unanswerable;
        var rows = outcomes.ConvertAll(o => (o.Features, o.Right, o.Answerable ? 1.0 : weight));
        var weights = LogisticTrainer.Fit(rows);
        Print(rows, weights);
        return weights;
    }

    /// <summary>The risk–coverage curve's area, on the rows that the weights were fitted on (the features are few against the rows).</summary>
    private static void Print(List<(double[] Features, bool Right, double Weight)> rows, double[] weights)
    {
        var order = rows.Select(r => (Confidence: LogisticTrainer.Probability(r.Features, weights), r.Right, r.Weight)).OrderByDescending(r => r.Confidence).ToList();
        var (covered, wrong, area, total) = (0.0, 0.0, 0.0, order.Sum(r => r.Weight));
        foreach (var row in order)
        {
            covered += row.Weight;
            wrong += row.Right ? 0 : row.Weight;
            area += row.Weight / total * wrong / covered;
        }

        Console.WriteLine(FormattableString.Invariant($"risk–coverage area {area:F4}, risk when everything is answered {wrong / total:F4}"));
        foreach (var threshold in new[] { 0.2, 0.3, 0.4, 0.5, 0.6, 0.7 })
        {
            var kept = order.Where(r => r.Confidence >= threshold).ToList();
            Console.WriteLine(FormattableString.Invariant($"  threshold {threshold}: coverage {kept.Sum(r => r.Weight) / total:F3} right {kept.Where(r => r.Right).Sum(r => r.Weight) / kept.Sum(r => r.Weight):F3}"));
        }
    }
}
