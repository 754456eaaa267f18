using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>Fits the confidence on outcomes of the cross-validation, and says what abstaining by it brings.</summary>
/// <remarks>
/// Only some articles have unanswerable questions. What tells those from the others tells articles apart too, so that whether the source
/// answers is learned, and measured, on these articles alone; which sentence answers, on the answerable questions of all.
/// </remarks>
internal sealed class Confidence
{
    /// <summary>The unanswerable questions of an article count so much that they make a third of it, as among real questions.</summary>
    private const double UnanswerableShare = 1.0 / 3;

    private static readonly double[] Thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];

    private readonly List<Outcome> _outcomes;

    /// <summary>What an unanswerable question of an article counts, for the articles that have such.</summary>
    private readonly Dictionary<int, double> _weights;

    public Confidence(List<Outcome> outcomes)
    {
        _outcomes = outcomes;
        _weights = outcomes.GroupBy(o => o.Article).Where(g => g.Any(o => !o.Answerable)).ToDictionary(
            g => g.Key,
            g => UnanswerableShare / (1 - UnanswerableShare) * g.Count(o => o.Answerable) / g.Count(o => !o.Answerable));
    }

    /// <summary>Fits both models on every outcome.</summary>
    public (FittedOutcome Answerable, FittedOutcome Right) Fit() => Fit(_outcomes);

    /// <summary>Fits on two folds and measures on the third, and prints the area under the risk–coverage curve step by step.</summary>
    public void CrossValidate()
    {
        var (sentence, right, both) = (new List<(double, Outcome)>(), new List<(double, Outcome)>(), new List<(double, Outcome)>());
        var ofSet = new List<(double, Outcome)>();
        var ofSentence = Array.IndexOf(ConfidenceModel.Names, "sentence-probability");
        foreach (var fold in _outcomes.GroupBy(o => o.Fold))
        {
            var fitted = Fit([.. _outcomes.Where(o => o.Fold != fold.Key)]);
            var model = new ConfidenceModel(fitted.Answerable.Model, fitted.Right.Model);
            ofSet.AddRange(fold.Where(o => o.Copies > 1).Select(o => (model.Confidence(o.Features), o)));
            foreach (var outcome in fold.Where(o => o.Copies == 1 && _weights.ContainsKey(o.Article)))
            {
                sentence.Add((outcome.Features[ofSentence], outcome));
                right.Add((fitted.Right.Model.Probability(outcome.Features), outcome));
                both.Add((model.Confidence(outcome.Features), outcome));
            }
        }

        Console.WriteLine(FormattableString.Invariant($"risk–coverage area by the sentence's likelihood {Area(sentence):F4}, by its being right {Area(right):F4}, by the confidence {Area(both):F4}"));
        PrintThresholds(both);
        Console.WriteLine("question set:");
        PrintThresholds(ofSet);
    }

    private (FittedOutcome Answerable, FittedOutcome Right) Fit(List<Outcome> outcomes) => (
        FittedOutcome.Fit(outcomes.Where(o => _weights.ContainsKey(o.Article)).Select(o => (o.Features, o.Answerable, Weight(o))).ToList()),
        FittedOutcome.Fit(outcomes.Where(o => o.Answerable).Select(o => (o.Features, o.Right, (double)o.Copies)).ToList()));

    private double Weight(Outcome outcome) => outcome.Copies * (outcome.Answerable ? 1 : _weights[outcome.Article]);

    /// <summary>The mean, over the coverage, of the share of wrong answers among those given.</summary>
    private double Area(List<(double Confidence, Outcome Outcome)> rows)
    {
        var (covered, wrong, area, total) = (0.0, 0.0, 0.0, rows.Sum(r => Weight(r.Outcome)));
        foreach (var (_, outcome) in rows.OrderByDescending(r => r.Confidence))
        {
            covered += Weight(outcome);
            wrong += outcome.Right ? 0 : Weight(outcome);
            area += Weight(outcome) / total * wrong / covered;
        }

        return area;
    }

    private void PrintThresholds(List<(double Confidence, Outcome Outcome)> rows)
    {
        var (total, none) = (rows.Sum(r => Weight(r.Outcome)), rows.Where(r => !r.Outcome.Answerable).Sum(r => Weight(r.Outcome)));
        foreach (var threshold in Thresholds)
        {
            var kept = rows.Where(r => r.Confidence >= threshold).Select(r => r.Outcome).ToList();
            var (covered, keptNone) = (kept.Sum(Weight), kept.Where(o => !o.Answerable).Sum(Weight));
            Console.WriteLine(FormattableString.Invariant(
                $"  threshold {threshold}: coverage {covered / total:F3} right {kept.Where(o => o.Right).Sum(Weight) / covered:F3} abstention F1 {2 * (none - keptNone) / (none + total - covered):F3} good {(kept.Where(o => o.Right).Sum(Weight) + none - keptNone) / total:F3}"));
        }
    }
}
