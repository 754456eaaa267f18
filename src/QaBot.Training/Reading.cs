using QaBot.Answering;
using QaBot.Answering.Ranking;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Training;

/// <summary>One benchmark question as the answerer reads it, before anything is fitted.</summary>
internal sealed record Reading(int Article, int Copies, BenchmarkQuestion Row, QuestionProfile Profile, List<Candidate> Candidates, List<TextSpan> Evidence, float[][] Features)
{
    /// <summary>Whether a candidate is the evidence.</summary>
    public bool IsEvidence(Candidate candidate) => Training.Article.Covers(candidate.Sentence.Span, Evidence);

    /// <summary>Reads every question of every article.</summary>
    public static List<Reading> ReadAll(IReadOnlyList<Article> articles) =>
        [.. articles.AsParallel().AsOrdered().SelectMany((article, number) => ReadOne(article, number))];

    private static IEnumerable<Reading> ReadOne(Article article, int number)
    {
        var retriever = new Retriever(article.Index, new RetrievalOptions());
        var finder = new CandidateFinder(article.Index);
        foreach (var row in article.Questions)
        {
            var question = Question.Parse(row.Text, () => article.Subject);
            var retrieved = retriever.Retrieve(question);
            if (retrieved.Hits.Count == 0)
            {
                continue;
            }

            var candidates = finder.Find(retrieved.Hits);
            var profile = new QuestionProfile(question, retrieved, article.Index, candidates);
            yield return new Reading(number, article.Copies, row, profile, candidates, article.Evidence(row), [.. candidates.Select(c => SentenceFeatures.Compute(profile, c))]);
        }
    }
}
