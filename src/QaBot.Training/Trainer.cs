using System.Globalization;
using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>Fits the sentence ranker, the span ranker and the confidence; measures them on articles that they were not fitted on.</summary>
internal sealed class Trainer(IReadOnlyList<Article> articles)
{
    private const int Folds = 3;
    private readonly List<Reading> _readings = Reading.ReadAll(articles);

    /// <summary>Cross-validates and prints the figures; returns what the confidence is fitted on.</summary>
    public List<Outcome> CrossValidate()
    {
        var (figures, extra) = (new Figures(), new Figures());
        var outcomes = new List<Outcome>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            var models = Fit([.. _readings.Where(r => r.Article % Folds != held)]);
            var (sentences, spans) = (new SentenceRanker(models.Weights, models.Trees), new SpanRanker(models.Spans));
            foreach (var reading in _readings.Where(r => r.Article % Folds == held))
            {
                outcomes.Add(Measure(reading, held, sentences, spans, figures, extra));
            }

            Console.WriteLine($"fold {fold + 1} of {Folds} measured");
        }

        Console.WriteLine($"biographies:\n{figures}\ndevelopment half of the question set:\n{extra}");
        return outcomes;
    }

    /// <summary>Fits on everything and writes the models.</summary>
    public void Write(string directory, FittedOutcome answerable, FittedOutcome right)
    {
        var (sentenceWeights, trees, spanWeights) = Fit(_readings);
        WriteNamed(Path.Combine(directory, "sentence-model.txt"), "Weights of the sentence ranker", SentenceFeatures.Names, sentenceWeights);
        Write(Path.Combine(directory, "sentence-trees.txt"), "Trees of the sentence ranker, a line each: inner nodes as feature:threshold, values of the leaves", trees.Lines());
        WriteOutcome(directory, "answerable", "whether the source answers", answerable);
        WriteOutcome(directory, "right", "whether the chosen sentence answers", right);
        var units = spanWeights.Select(w => (byte)(sbyte)Math.Clamp(Math.Round(w / ModelFile.HashedUnit), sbyte.MinValue, sbyte.MaxValue));
        File.WriteAllBytes(Path.Combine(directory, "span-model.bin"), [.. System.Text.Encoding.UTF8.GetBytes(Comment("Weights of the span ranker, a signed byte a hashed feature")), .. units]);
    }

    private static void WriteOutcome(string directory, string name, string what, FittedOutcome fitted)
    {
        WriteNamed(Path.Combine(directory, name + "-model.txt"), $"Weights that tell {what}", ConfidenceModel.Names, fitted.Weights);
        Write(Path.Combine(directory, name + "-trees.txt"), $"Trees that tell {what}, a line each: inner nodes as feature:threshold, values of the leaves", fitted.Trees.Lines());
    }

    private static void WriteNamed(string path, string what, string[] names, double[] weights) =>
        Write(path, what, names.Zip(weights, (name, weight) => $"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}"));

    private static void Write(string path, string what, IEnumerable<string> lines) => File.WriteAllText(path, Comment(what) + string.Join('\n', lines) + "\n");

    private static string Comment(string what) =>
        $"# {what}, fitted by QaBot.Training on 21 articles with the questions of SQuAD 1.1 and 2.0 (Rajpurkar et al., CC BY-SA 4.0).\n";

    private static Models Fit(List<Reading> readings)
    {
        var answerable = readings.Where(r => r.Row.Answerable).SelectMany(r => Enumerable.Repeat(r, r.Copies)).ToList();
        var groups = answerable.Select(r => new Group(r.Features, [.. r.Candidates.Select(c => r.IsEvidence(c) ? 1f : 0f)])).Where(g => g.Gains.Any(x => x > 0)).ToList();
        var weights = SoftmaxTrainer.Fit(groups);
        var trees = TreeTrainer.Rank(groups, groups.ConvertAll(g => SoftmaxTrainer.Scores(g, weights)));
        var spans = SparseTrainer.Fit([.. answerable.AsParallel().AsOrdered().Select(SpanGroup.Of).OfType<SpanGroup>()]);
        return new Models(weights, trees, spans);
    }

    private sealed record Models(double[] Weights, RegressionTrees Trees, float[] Spans);

    private static Outcome Measure(Reading reading, int fold, SentenceRanker sentences, SpanRanker spans, Figures figures, Figures extra)
    {
        var ranked = sentences.Rank(reading.Profile, reading.Candidates);
        var span = spans.Best(reading.Profile, ranked);
        var chosen = span?.Sentence ?? ranked[0];
        var right = reading.Row.Answerable && (reading.IsEvidence(chosen.Candidate) || SquadScore.Contains(chosen.Candidate.Sentence.Text, reading.Row.Answers));
        if (reading.Row.Answerable && reading.Copies > 1)
        {
            extra.Add(reading, ranked, span, chosen);
        }
        else if (reading.Row.Answerable)
        {
            figures.Add(reading, ranked, span, chosen);
            var paragraph = ranked.Where(r => Article.SameParagraph(r.Candidate.Sentence.Document.Text, r.Candidate.Sentence.Span, reading.Evidence)).ToList();
            figures.AddParagraph(reading, paragraph.Count == 0 ? null : spans.Best(reading.Profile, paragraph));
        }

        return new Outcome(reading.Article, reading.Copies, fold, ConfidenceModel.Features(reading.Profile, ranked, span, chosen), right, reading.Row.Answerable);
    }
}
