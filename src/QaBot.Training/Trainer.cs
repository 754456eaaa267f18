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
            var (sentences, spans) = Fit([.. _readings.Where(r => r.Article % Folds != held)]);
            foreach (var reading in _readings.Where(r => r.Article % Folds == held))
            {
                outcomes.Add(Measure(reading, sentences, spans, figures));
            }

            Console.WriteLine($"fold {fold}: {figures}");
        }

        return outcomes;
    }

    public void Trees()
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            static Group Of(Reading r) => new(r.Features, [.. r.Candidates.Select(c => r.IsEvidence(c) ? 1f : 0f)]);
            var train = _readings.Where(r => r.Row.Answerable && r.Article % Folds != held).Select(Of).Where(g => g.Gains.Any(x => x > 0)).ToList();
            var test = _readings.Where(r => r.Row.Answerable && r.Article % Folds == held).Select(Of).ToList();
            var weights = SoftmaxTrainer.Fit(train);
            var trees = TreeTrainer.Fit(train, train.ConvertAll(g => SoftmaxTrainer.Scores(g, weights)));
            int Right(Group g, Func<float[], double> score, int k) => g.Features.Select((f, i) => (score(f), i)).OrderByDescending(p => p.Item1).Take(k).Any(p => g.Gains[p.i] > 0) ? 1 : 0;
            Console.WriteLine(FormattableString.Invariant($"fold {fold} linear {test.Average(g => Right(g, f => SoftmaxTrainer.Dot(f, weights), 1)):F4} trees {test.Average(g => Right(g, f => SoftmaxTrainer.Dot(f, weights) + trees.Score(f), 1)):F4} top2 {test.Average(g => Right(g, f => SoftmaxTrainer.Dot(f, weights) + trees.Score(f), 2)):F4} train {train.Average(g => Right(g, f => SoftmaxTrainer.Dot(f, weights) + trees.Score(f), 1)):F4}"));
        }
    }

    /// <summary>Fits on everything and writes the models.</summary>
    public void Write(string directory, double[] confidence)
    {
        var (_, _, sentenceWeights, spanWeights) = FitWeights(_readings);
        WriteNamed(Path.Combine(directory, "sentence-model.txt"), "Weights of the sentence ranker", SentenceFeatures.Names, sentenceWeights);
        WriteNamed(Path.Combine(directory, "confidence-model.txt"), "Weights of the confidence", ConfidenceModel.Names, confidence);
        var units = spanWeights.Select(w => (byte)(sbyte)Math.Clamp(Math.Round(w / ModelFile.HashedUnit), sbyte.MinValue, sbyte.MaxValue));
        File.WriteAllBytes(Path.Combine(directory, "span-model.bin"), [.. System.Text.Encoding.UTF8.GetBytes(Comment("Weights of the span ranker, a signed byte a hashed feature")), .. units]);
    }

    private static void WriteNamed(string path, string what, string[] names, double[] weights) =>
        Write(path, what, names.Zip(weights, (name, weight) => $"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}"));

    private static void Write(string path, string what, IEnumerable<string> lines) => File.WriteAllText(path, Comment(what) + string.Join('\n', lines) + "\n");

    private static string Comment(string what) =>
        $"# {what}, fitted by QaBot.Training on 21 articles with the questions of SQuAD 1.1 and 2.0 (Rajpurkar et al., CC BY-SA 4.0).\n";

    private static (SentenceRanker Sentences, SpanRanker Spans) Fit(List<Reading> readings) => FitWeights(readings) is var (s, r, _, _) ? (s, r) : default;

    private static (SentenceRanker, SpanRanker, double[], float[]) FitWeights(List<Reading> readings)
    {
        var answerable = readings.Where(r => r.Row.Answerable).ToList();
        var sentenceWeights = SoftmaxTrainer.Fit([.. answerable.Select(r => new Group(r.Features, [.. r.Candidates.Select(c => r.IsEvidence(c) ? 1f : 0f)]))]);
        var ranker = new SentenceRanker(sentenceWeights);
        var spanWeights = SparseTrainer.Fit([.. answerable.AsParallel().AsOrdered().Select(SpanGroup.Of).OfType<SpanGroup>()]);
        return (ranker, new SpanRanker(spanWeights), sentenceWeights, spanWeights);
    }

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
