using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Reading;
using QaBot.Retrieval;

namespace QaBot.Training.Fitting;

/// <summary>Reads the questions of articles as the program does.</summary>
internal static class QuestionReader
{
    /// <summary>Reads so many questions of each article, answerable and unanswerable ones apart.</summary>
    public static List<ReadQuestion> ReadAll(IReadOnlyList<Article> articles, SpanReader reader, int most)
    {
        var read = new List<ReadQuestion>();
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            var retriever = new Retriever(article.Index, new RetrievalOptions());
            var finder = new CandidateFinder(reader, _ => article.Subject?.FullName ?? "");
            var rows = article.Questions.GroupBy(q => q.Answerable).SelectMany(g => g.Where((_, n) => n * (long)most / g.Count() != (n - 1) * (long)most / g.Count() || g.Count() <= most));
            read.AddRange(rows.Select(row => Read(i, article, row, retriever, finder)));
            Console.WriteLine($"{i + 1} of {articles.Count} articles read, {read.Count} questions");
        }

        return read;
    }

    private static ReadQuestion Read(int number, Article article, BenchmarkQuestion row, Retriever retriever, CandidateFinder finder)
    {
        var question = Question.Parse(row.Text, () => article.Subject);
        var retrieved = retriever.Retrieve(question);
        var asked = new AskedWords(question, retrieved, article.Index);
        var candidates = finder.Find(asked, retrieved);
        var evidence = article.Evidence(row);
        var gains = candidates.Select(c => Article.Covers(c.Sentence, evidence) ? (float)SquadScore.F1(c.Text, row.Answers) : 0).ToArray();
        var windows = candidates.Select(c => c.Read.Window).Distinct().ToList();
        var known = windows.SelectMany(w => WindowWords.Terms($"{w.Passage.Text} {w.Passage.Context}")).ToHashSet(StringComparer.Ordinal);
        return new ReadQuestion(number, row, asked, candidates, gains, windows.Exists(w => Article.Covers(w.Span, evidence)), known) { Evidence = evidence };
    }
}
