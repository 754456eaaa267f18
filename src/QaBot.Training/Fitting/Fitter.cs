using System.Globalization;
using QaBot.Answering.Candidates;

namespace QaBot.Training.Fitting;

/// <summary>Fits the ranking of answers and their confidence, and measures both by article: each on four fifths of the articles, measured on the fifth.</summary>
internal sealed class Fitter(List<ReadQuestion> questions)
{
    private const int Folds = 5;

    /// <summary>The unanswerable questions count so much that they make a third of all, as among real questions.</summary>
    private const double UnanswerableShare = 1.0 / 3;

    private const double RightF1 = 0.5;

    /// <summary>Cross-validates and prints the figures.</summary>
    public void CrossValidate()
    {
        var outcomes = new List<Outcome>();
        var rankers = Enumerable.Range(0, Folds).Select(fold => new AnswerRanker(FitRanker(q => q.Article % Folds != fold))).ToArray();
        foreach (var question in questions.Where(q => q.Candidates.Count > 0))
        {
            outcomes.Add(Measure(question, rankers[question.Article % Folds]));
        }

        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new AnswerConfidence(FitConfidence([.. outcomes.Where(o => o.Question.Article % Folds != fold)]));
            foreach (var outcome in outcomes.Where(o => o.Question.Article % Folds == fold))
            {
                outcome.Confidence = model.Of(outcome.Features);
            }
        }

        Print(outcomes);
    }

    /// <summary>Fits on everything and writes the models.</summary>
    public void Write(string directory)
    {
        var weights = FitRanker(_ => true);
        var ranker = new AnswerRanker(weights);
        var confidence = FitConfidence([.. questions.Where(q => q.Candidates.Count > 0).Select(q => Measure(q, ranker))]);
        Write(Path.Combine(directory, "answer-model.txt"), "Weights of the ranking of answers", CandidateFeatures.Names, weights);
        Write(Path.Combine(directory, "confidence-model.txt"), "Weights of the confidence", AnswerConfidence.Names, confidence);
    }

    private double[] FitRanker(Func<ReadQuestion, bool> isUsed) => SoftmaxTrainer.Fit(
        [.. questions.Where(q => q.Row.Answerable && isUsed(q)).Select(q => new Group([.. q.Candidates.Select(c => c.Features)], q.Gains)).Where(g => g.Gains.Any(x => x > 0))]);

    private static double[] FitConfidence(List<Outcome> outcomes)
    {
        var (answerable, not) = (outcomes.Count(o => o.Question.Row.Answerable), outcomes.Count(o => !o.Question.Row.Answerable));
        var weight = UnanswerableShare / (1 - UnanswerableShare) * answerable / Math.Max(1, not);
        return LogisticTrainer.Fit([.. outcomes.Select(o => (o.Features, o.IsRight, o.Question.Row.Answerable ? 1 : weight))]);
    }

    private static Outcome Measure(ReadQuestion question, AnswerRanker ranker)
    {
        var ranked = ranker.Rank(question.Candidates.Zip(question.Gains).Select(pair => pair.First));
        var best = ranked[0];
        var gain = question.Gains[question.Candidates.FindIndex(c => c.Read == best.Read)];
        var f1 = SquadScore.F1(best.Text, question.Row.Answers);
        return new Outcome
        {
            Question = question,
            Features = AnswerConfidence.Features(question.Asked, ranked, question.Known.Contains),
            IsExact = SquadScore.ExactMatch(best.Text, question.Row.Answers),
            F1 = f1,
            IsCited = gain > 0 || question.IsCovered(best),
            IsCitedBySecond = ranked.Skip(1).FirstOrDefault(c => c.Sentence != best.Sentence) is { } second && question.IsCovered(second),
            IsRight = question.Row.Answerable && f1 >= RightF1,
        };
    }

    private static void Print(List<Outcome> outcomes)
    {
        var answerable = outcomes.Where(o => o.Question.Row.Answerable).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"answerable {answerable.Count}: read {answerable.Average(o => o.Question.IsEvidenceRead ? 1 : 0):F3}, exact {answerable.Average(o => o.IsExact ? 1 : 0):F3}, F1 {answerable.Average(o => o.F1):F3}, cited {answerable.Average(o => o.IsCited ? 1 : 0):F3}, cited with the second {answerable.Average(o => o.IsCited || o.IsCitedBySecond ? 1 : 0):F3}"));
        var none = outcomes.Where(o => !o.Question.Row.Answerable).ToList();
        foreach (var share in new[] { 0.05, 0.10, 0.125, 0.15, 0.20 })
        {
            var threshold = answerable.Select(o => o.Confidence).Order().ElementAt((int)(share * answerable.Count));
            Console.WriteLine(FormattableString.Invariant(
                $"  threshold {threshold:F3}: {share:P1} of the answerable left, {none.Average(o => o.Confidence < threshold ? 1.0 : 0):P1} of the unanswerable"));
        }
    }

    private static void Write(string path, string what, string[] names, double[] weights) => File.WriteAllText(
        path,
        $"# {what}, fitted by QaBot.Training on questions of SQuAD 1.1 and 2.0 (Rajpurkar et al., CC BY-SA 4.0).\n"
            + string.Concat(names.Zip(weights, (name, weight) => $"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}\n")));

    private sealed class Outcome
    {
        public required ReadQuestion Question { get; init; }

        public required float[] Features { get; init; }

        public bool IsExact { get; init; }

        public double F1 { get; init; }

        public bool IsCited { get; init; }

        public bool IsCitedBySecond { get; init; }

        public bool IsRight { get; init; }

        public double Confidence { get; set; }
    }
}
