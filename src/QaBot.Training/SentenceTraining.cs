using QaBot.Answering;
using QaBot.Answering.Ranking;
using QaBot.Retrieval;

namespace QaBot.Training;

/// <summary>Fits and cross-validates the ranking of sentences.</summary>
internal static class SentenceTraining
{
    /// <summary>One group a question: the sentences of the retrieved passages.</summary>
    public static List<Group> Groups(IReadOnlyList<Article> articles) =>
        [.. articles.AsParallel().AsOrdered().SelectMany((article, number) => GroupsOf(article, number))];

    /// <summary>Prints, with each article left out in turn, how often the first sentence or one of the first two is the evidence.</summary>
    public static double[] CrossValidate(List<Group> groups, int articles)
    {
        var (top1, top2, top3, total) = (0, 0, 0, 0);
        for (var left = 0; left < articles; left += 4)
        {
            var weights = SoftmaxTrainer.Fit([.. groups.Where(g => g.Article != left)]);
            foreach (var group in groups.Where(g => g.Article == left))
            {
                var order = SoftmaxTrainer.Scores(group, weights).Select((s, i) => (s, i)).OrderByDescending(p => p.s).Select(p => group.Gains[p.i] > 0).ToList();
                top1 += order.Take(1).Any(x => x) ? 1 : 0;
                top2 += order.Take(2).Any(x => x) ? 1 : 0;
                top3 += order.Take(3).Any(x => x) ? 1 : 0;
                total++;
            }
        }

        var reachable = groups.Count(g => g.Gains.Any(x => x > 0));
        Console.WriteLine(FormattableString.Invariant($"sentences: top1 {top1 / (double)total:F4} top2 {top2 / (double)total:F4} top3 {top3 / (double)total:F4} reachable {reachable / (double)total:F4} of {total}"));
        return [];
    }

    private static IEnumerable<Group> GroupsOf(Article article, int number)
    {
        var retriever = new Retriever(article.Index, new RetrievalOptions { Passages = 20 });
        var finder = new CandidateFinder(article.Index);
        foreach (var row in article.Questions.Where(q => q.Answerable))
        {
            var question = Question.Parse(row.Text);
            var retrieved = retriever.Retrieve(question);
            var candidates = finder.Find(retrieved.Hits);
            var profile = new QuestionProfile(question, retrieved, article.Index);
            var evidence = article.Evidence(row);
            yield return new Group(
                number,
                [.. candidates.Select(c => SentenceFeatures.Compute(profile, c))],
                [.. candidates.Select(c => Article.Covers(c.Sentence.Span, evidence) ? 1f : 0f)]);
        }
    }
}
