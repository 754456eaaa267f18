using System.Globalization;
using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>Fits the sentence ranker, the span ranker and the confidence; measures them on articles that they were not fitted on.</summary>
internal sealed class Trainer(IReadOnlyList<Article> articles)
{
    private const int Folds = 3;
    private readonly List<Reading> _readings = Reading.ReadAll(articles);

    /// <summary>Cross-validates and prints the figures; returns what the confidence is fitted on.</summary>
    public List<(double[] Features, bool Right, bool Answerable)> CrossValidate()
    {
        var figures = new Figures();
        var outcomes = new List<(double[], bool, bool)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            var models = Fit([.. _readings.Where(r => r.Article % Folds != held)]);
            var (sentences, spans) = (new SentenceRanker(models.Weights, models.Trees), new SpanRanker(models.Spans));
            foreach (var reading in _readings.Where(r => r.Article % Folds == held))
            {
                outcomes.Add(Measure(reading, sentences, spans, figures));
            }

            Console.WriteLine($"fold {fold}: {figures}");
        }

        return outcomes;
    }

    /// <summary>Fits on everything and writes the models.</summary>
    public void Write(string directory, double[] confidence)
    {
        var (sentenceWeights, trees, spanWeights) = Fit(_readings);
        WriteNamed(Path.Combine(directory, "sentence-model.txt"), "Weights of the sentence ranker", SentenceFeatures.Names, sentenceWeights);
        Write(Path.Combine(directory, "sentence-trees.txt"), "Trees of the sentence ranker, a line each: inner nodes as feature:threshold, values of the leaves", trees.Lines());
        WriteNamed(Path.Combine(directory, "confidence-model.txt"), "Weights of the confidence", ConfidenceModel.Names, confidence);
        var units = spanWeights.Select(w => (byte)(sbyte)Math.Clamp(Math.Round(w / ModelFile.HashedUnit), sbyte.MinValue, sbyte.MaxValue));
        File.WriteAllBytes(Path.Combine(directory, "span-model.bin"), [.. System.Text.Encoding.UTF8.GetBytes(Comment("Weights of the span ranker, a signed byte a hashed feature")), .. units]);
    }

    private static void WriteNamed(string path, string what, string[] names, double[] weights) =>
        Write(path, what, names.Zip(weights, (name, weight) => $"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}"));

    private static void Write(string path, string what, IEnumerable<string> lines) => File.WriteAllText(path, Comment(what) + string.Join('\n', lines) + "\n");

    private static string Comment(string what) =>
        $"# {what}, fitted by QaBot.Training on 21 articles with the questions of SQuAD 1.1 and 2.0 (Rajpurkar et al., CC BY-SA 4.0).\n";

    private static Models Fit(List<Reading> readings)
    {
        var answerable = readings.Where(r => r.Row.Answerable).ToList();
        var groups = answerable.Select(r => new Group(r.Features, [.. r.Candidates.Select(c => r.IsEvidence(c) ? 1f : 0f)])).Where(g => g.Gains.Any(x => x > 0)).ToList();
        var weights = SoftmaxTrainer.Fit(groups);
        var trees = TreeTrainer.Fit(groups, groups.ConvertAll(g => SoftmaxTrainer.Scores(g, weights)));
        var spans = SparseTrainer.Fit([.. answerable.AsParallel().AsOrdered().Select(SpanGroup.Of).OfType<SpanGroup>()]);
        return new Models(weights, trees, spans);
    }

    private sealed record Models(double[] Weights, RegressionTrees Trees, float[] Spans);

    private static (double[], bool, bool) Measure(Reading reading, SentenceRanker sentences, SpanRanker spans, Figures figures)
    {
        var ranked = sentences.Rank(reading.Profile, reading.Candidates);
        var span = spans.Best(reading.Profile, ranked);
        var chosen = span?.Sentence ?? ranked[0];
        var right = reading.Row.Answerable && (reading.IsEvidence(chosen.Candidate) || SquadScore.Contains(chosen.Candidate.Sentence.Text, reading.Row.Answers));
        if (reading.Row.Answerable)
        {
            figures.Add(reading, ranked, span, chosen);
            var paragraph = ranked.Where(r => Article.SameParagraph(r.Candidate.Sentence.Document.Text, r.Candidate.Sentence.Span, reading.Evidence)).ToList();
            figures.AddParagraph(reading, paragraph.Count == 0 ? null : spans.Best(reading.Profile, paragraph));
        }

        return (ConfidenceModel.Features(reading.Profile, ranked, span, chosen), right, reading.Row.Answerable);
    }
}
