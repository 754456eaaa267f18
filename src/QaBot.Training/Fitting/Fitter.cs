using System.Globalization;
using QaBot.Answering;
using QaBot.Answering.Candidates;

namespace QaBot.Training.Fitting;

/// <summary>Fits the ranking of answers and their confidence, and measures both by article: each on four fifths of the articles, measured on the fifth.</summary>
internal sealed class Fitter
{
    private const int Folds = 5;

    /// <summary>The unanswerable questions count so much that they make a third of all, as among real questions.</summary>
    private const double UnanswerableShare = 1.0 / 3;

    private const double RightF1 = 0.5;

    private readonly List<ReadQuestion> _questions;
    private readonly Dictionary<Article, int> _folds;

    public Fitter(List<ReadQuestion> questions)
    {
        _questions = questions;
        _folds = questions.Select(q => q.Article).Distinct().Select((article, i) => (article, i)).ToDictionary(pair => pair.article, pair => pair.i % Folds);
    }

    /// <summary>Cross-validates and prints the figures.</summary>
    public void CrossValidate()
    {
        var outcomes = Outcomes(without: null);
        Print("biographies", [.. outcomes.Where(o => o.Question.Article.Copies == 1)]);
        Print("question sets", [.. outcomes.Where(o => o.Question.Article.Copies > 1)]);
    }

    /// <summary>Prints what becomes of the figures without each of the features: one that takes nothing with it need not stay.</summary>
    public void Ablate()
    {
        Console.WriteLine("without                F1   cited   unanswerable left at 15 % of the answerable");
        foreach (var name in CandidateFeatures.Names.Union(AnswerConfidence.Names).Prepend(null))
        {
            var outcomes = Outcomes(name);
            var answerable = outcomes.Where(o => o.Question.Row.Answerable).ToList();
            var threshold = Threshold(answerable, 0.15);
            Console.WriteLine(FormattableString.Invariant(
                $"{name ?? "(all there)",-20} {answerable.Average(o => o.F1):F3}   {answerable.Average(o => o.IsCited ? 1 : 0):F3}   {outcomes.Where(o => !o.Question.Row.Answerable).Average(o => o.Confidence < threshold ? 1.0 : 0):P1}"));
        }
    }

    private List<Outcome> Outcomes(string? without)
    {
        var outcomes = new List<Outcome>();
        var rankers = Enumerable.Range(0, Folds).Select(fold => new AnswerRanker(FitRanker(q => _folds[q.Article] != fold, without))).ToArray();
        foreach (var question in _questions.Where(q => q.Candidates.Count > 0))
        {
            outcomes.Add(Measure(question, rankers[_folds[question.Article]]));
        }

        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new AnswerConfidence(FitConfidence([.. outcomes.Where(o => _folds[o.Question.Article] != fold)], without));
            foreach (var outcome in outcomes.Where(o => _folds[o.Question.Article] == fold))
            {
                outcome.Confidence = model.Of(outcome.Features);
            }
        }

        return outcomes;
    }

    /// <summary>Fits on everything and writes the models.</summary>
    public void Write(string directory)
    {
        var weights = FitRanker(_ => true, without: null);
        var ranker = new AnswerRanker(weights);
        var confidence = FitConfidence([.. _questions.Where(q => q.Candidates.Count > 0).Select(q => Measure(q, ranker))], without: null);
        Write(Path.Combine(directory, "answer-model.txt"), "Weights of the ranking of answers", CandidateFeatures.Names, weights);
        Write(Path.Combine(directory, "confidence-model.txt"), "Weights of the confidence", AnswerConfidence.Names, confidence);
    }

    private double[] FitRanker(Func<ReadQuestion, bool> isUsed, string? without)
    {
        var left = Array.IndexOf(CandidateFeatures.Names, without);
        return SoftmaxTrainer.Fit(
            [.. _questions.Where(q => q.Row.Answerable && isUsed(q) && q.Gains.Any(gain => gain > 0))
                .SelectMany(q => Enumerable.Repeat(new Group([.. q.Candidates.Select(c => Without(c.Features, left))], q.Gains), q.Article.Copies))]);
    }

    /// <summary>A feature that is always 0 gets no weight.</summary>
    private static float[] Without(float[] features, int left) => left < 0 ? features : [.. features.Select((value, i) => i == left ? 0 : value)];

    private static double[] FitConfidence(List<Outcome> outcomes, string? without)
    {
        var left = Array.IndexOf(AnswerConfidence.Names, without);
        var (answerable, not) = (Weight(o => o.Question.Row.Answerable), Weight(o => !o.Question.Row.Answerable));
        var weight = UnanswerableShare / (1 - UnanswerableShare) * answerable / Math.Max(1, not);
        double WeightOf(Outcome o) => o.Question.Article.Copies * (o.Question.Row.Answerable ? 1 : weight);
        var weights = LogisticTrainer.Fit([.. outcomes.Select(o => (Without(o.Features, left), o.Question.Row.Answerable, WeightOf(o)))]);
        var scale = LogisticTrainer.Fit([.. outcomes.Select(o => (new[] { 1, (float)LinearModel.Score(o.Features, weights) }, o.IsRight, WeightOf(o)))]);
        return [.. weights.Select((value, i) => (value * scale[1]) + (i == 0 ? scale[0] : 0))];

        int Weight(Func<Outcome, bool> isCounted) => outcomes.Where(isCounted).Sum(o => o.Question.Article.Copies);
    }

    private static Outcome Measure(ReadQuestion question, AnswerRanker ranker)
    {
        var ranked = ranker.Rank(question.Candidates);
        var best = ranked[0];
        var shown = QuestionReader.Shown(question.Asked, best);
        var f1 = SquadScore.F1(shown, question.Row.Answers);
        return new Outcome
        {
            Question = question,
            Features = AnswerConfidence.Features(question.Asked, ranked, question.Known.Contains),
            IsExact = SquadScore.ExactMatch(shown, question.Row.Answers),
            F1 = f1,
            IsCited = question.IsCovered(best),
            IsAmongCited = ReaderAnswerer.Cited(ranked).Any(question.IsCovered),
            IsRight = question.Row.Answerable && f1 >= RightF1,
        };
    }

    private static void Print(string name, List<Outcome> outcomes)
    {
        var answerable = outcomes.Where(o => o.Question.Row.Answerable).ToList();
        if (answerable.Count == 0)
        {
            return;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name}, answerable {answerable.Count}: read {answerable.Average(o => o.Question.IsEvidenceRead ? 1 : 0):F3}, exact {answerable.Average(o => o.IsExact ? 1 : 0):F3}, F1 {answerable.Average(o => o.F1):F3}, cited {answerable.Average(o => o.IsCited ? 1 : 0):F3}, among what is cited {answerable.Average(o => o.IsAmongCited ? 1 : 0):F3}"));
        var none = outcomes.Where(o => !o.Question.Row.Answerable).ToList();
        foreach (var share in new[] { 0.05, 0.10, 0.125, 0.15, 0.20 })
        {
            var threshold = Threshold(answerable, share);
            Console.WriteLine(FormattableString.Invariant(
                $"  threshold {threshold:F3}: {share:P1} of the answerable left, {none.Average(o => o.Confidence < threshold ? 1.0 : 0):P1} of the unanswerable; right of those answered {answerable.Where(o => o.Confidence >= threshold).Average(o => o.IsRight ? 1.0 : 0):P1}"));
        }
    }

    /// <summary>The confidence below which so much of the answerable is left unanswered.</summary>
    private static double Threshold(List<Outcome> answerable, double share) => answerable.Select(o => o.Confidence).Order().ElementAt((int)(share * answerable.Count));

    private static void Write(string path, string what, string[] names, double[] weights) => File.WriteAllText(
        path,
        $"# {what}, fitted by QaBot.Training on questions of SQuAD 1.1 and 2.0 (Rajpurkar et al., CC BY-SA 4.0) and on the development halves of the project's own.\n"
            + string.Concat(names.Zip(weights, (name, weight) => $"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}\n")));

    private sealed class Outcome
    {
        public required ReadQuestion Question { get; init; }

        public required float[] Features { get; init; }

        public bool IsExact { get; init; }

        public double F1 { get; init; }

        public bool IsCited { get; init; }

        public bool IsAmongCited { get; init; }

        public bool IsRight { get; init; }

        public double Confidence { get; set; }
    }
}
