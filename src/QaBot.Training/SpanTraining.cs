using QaBot.Answering;
using QaBot.Answering.Ranking;
using QaBot.Citations;
using QaBot.Retrieval;

namespace QaBot.Training;

/// <summary>Fits and cross-validates the ranking of short answers.</summary>
internal static class SpanTraining
{
    private const int Folds = 7;
    private const int Sentences = 3;

    /// <summary>Prints exact match and F1, with articles left out by folds, on whole articles or when handed the right paragraph.</summary>
    public static void CrossValidate(IReadOnlyList<Article> articles, List<Group> groups, int foldsToRun, bool paragraph)
    {
        var (em, f1, total) = (0, 0.0, 0);
        for (var fold = 0; fold < foldsToRun; fold++)
        {
            var sentenceWeights = SoftmaxTrainer.Fit([.. groups.Where(g => g.Article % Folds != fold)]);
            var spans = Groups(articles, sentenceWeights, a => a % Folds != fold, paragraph, a => true);
            var weights = SparseTrainer.Fit([.. spans.Where(g => g.Article % Folds != fold)]);
            foreach (var group in spans.Where(g => g.Article % Folds == fold))
            {
                total++;
                if (group.Vectors.Length == 0)
                {
                    continue;
                }

                var best = Enumerable.Range(0, group.Vectors.Length).MaxBy(i => SparseTrainer.Score(group.Vectors[i], weights));
                em += SquadScore.ExactMatch(group.Texts[best], group.Question.Answers) ? 1 : 0;
                f1 += SquadScore.F1(group.Texts[best], group.Question.Answers);
            }

            Console.WriteLine(FormattableString.Invariant($"fold {fold}: EM {em / (double)total:F4} F1 {f1 / total:F4} of {total}"));
        }
    }

    /// <summary>One group a question; in training the evidence sentence is always among those read.</summary>
    public static List<SpanGroup> Groups(IReadOnlyList<Article> articles, double[] sentenceWeights, Func<int, bool> isTraining, bool paragraph, Func<int, bool> include) =>
        [.. articles.Select((article, number) => (article, number)).Where(p => include(p.number)).AsParallel().AsOrdered()
            .SelectMany(p => GroupsOf(p.article, p.number, sentenceWeights, isTraining(p.number), paragraph))];

    private static IEnumerable<SpanGroup> GroupsOf(Article article, int number, double[] sentenceWeights, bool training, bool paragraph)
    {
        var retriever = new Retriever(article.Index, new RetrievalOptions { Passages = 20 });
        var finder = new CandidateFinder(article.Index);
        foreach (var row in article.Questions.Where(q => q.Answerable))
        {
            var question = Question.Parse(row.Text);
            var retrieved = retriever.Retrieve(question);
            var profile = new QuestionProfile(question, retrieved, article.Index);
            var evidence = article.Evidence(row);
            var ranked = finder.Find(retrieved.Hits)
                .Where(c => !paragraph || article.SameParagraph(c.Sentence.Span, evidence))
                .Select(c => (Candidate: c, Score: SoftmaxTrainer.Dot(SentenceFeatures.Compute(profile, c), sentenceWeights)))
                .OrderByDescending(p => p.Score).ToList();
            var read = ranked.Take(Sentences).ToList();
            if (training && !read.Exists(p => Article.Covers(p.Candidate.Sentence.Span, evidence)))
            {
                read.AddRange(ranked.Where(p => Article.Covers(p.Candidate.Sentence.Span, evidence)).Take(1));
            }

            yield return Build(number, row, article, profile, read, evidence);
        }
    }

    private static SpanGroup Build(int number, BenchmarkQuestion row, Article article, QuestionProfile profile, List<(Candidate Candidate, double Score)> read, List<Text.TextSpan> evidence)
    {
        var (vectors, gains, texts) = (new List<SpanVector>(), new List<float>(), new List<string>());
        var spanQuestion = new SpanQuestion(profile);
        var on = new List<int>();
        for (var rank = 0; rank < read.Count; rank++)
        {
            var sentence = new SpanSentence(spanQuestion, read[rank].Candidate.Sentence);
            var isEvidence = Article.Covers(read[rank].Candidate.Sentence.Span, evidence);
            for (var run = 0; run < sentence.Words.Runs.Count; run++)
            {
                var dense = new float[8];
                SpanFeatures.Compute(spanQuestion, sentence, run, read[rank].Score - read[0].Score, Math.Min(rank, 3), on, dense);
                var text = CitedText.Display(article.Document.Slice(sentence.Words.Runs[run].Span));
                vectors.Add(new SpanVector([.. on], dense));
                texts.Add(text);
                gains.Add(isEvidence && SquadScore.ExactMatch(text, row.Answers) ? 1 : 0);
            }
        }

        if (gains.TrueForAll(g => g == 0))
        {
            for (var i = 0; i < gains.Count; i++)
            {
                gains[i] = SquadScore.F1(texts[i], row.Answers) is var f1 and > 0.6 ? (float)(f1 * f1) : 0;
            }
        }

        return new SpanGroup(number, [.. vectors], [.. gains], [.. texts], row);
    }
}
