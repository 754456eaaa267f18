namespace QaBot.Evaluation.Metrics;

/// <summary>The answers whose confidence lies in a range: how many, their mean confidence, and the share of right ones.</summary>
/// <param name="From">The range's start, included.</param>
/// <param name="To">Its end, excluded but for the last bin.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Correct">The share of right ones.</param>
internal sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Correct);

/// <summary>How well confidence predicts correctness among the answers given (Guo et al. 2017), in ten bins of equal width.</summary>
internal static class Calibration
{
    private const int BinCount = 10;

    /// <summary>The bins, ten of them, in order; empty ones have a count of 0.</summary>
    public static IReadOnlyList<CalibrationBin> Bins(IReadOnlyList<Judgement> sample)
    {
        var (counts, correct, confidence) = (new int[BinCount], new int[BinCount], new double[BinCount]);
        foreach (var judgement in sample.Where(j => j.Answered))
        {
            var bin = Math.Clamp((int)(judgement.Confidence * BinCount), 0, BinCount - 1);
            counts[bin]++;
            correct[bin] += judgement.Correct ? 1 : 0;
            confidence[bin] += judgement.Confidence;
        }

        return [.. Enumerable.Range(0, BinCount).Select(i => new CalibrationBin(
            (double)i / BinCount,
            (double)(i + 1) / BinCount,
            counts[i],
            counts[i] == 0 ? 0 : confidence[i] / counts[i],
            counts[i] == 0 ? 0 : (double)correct[i] / counts[i]))];
    }

    /// <summary>The expected calibration error: the mean distance of confidence and share of right answers, weighted by the bins' counts.</summary>
    public static double? Error(IReadOnlyList<Judgement> sample)
    {
        var bins = Bins(sample);
        var count = bins.Sum(bin => bin.Count);
        return count == 0 ? null : bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Correct)) / count;
    }
}
