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
            var retriever = new Retriever(article.Index, new RetrievalOptions(), reader.HasWord);
            var finder = new CandidateFinder(article.Index, reader);
            var rows = article.Questions.GroupBy(q => q.Answerable).SelectMany(g => g.Where((_, n) => n * (long)most / g.Count() != (n - 1) * (long)most / g.Count() || g.Count() <= most));
            read.AddRange(rows.Select(row => Read(article, row, retriever, finder)));
            Console.WriteLine($"{i + 1} of {articles.Count} articles read, {read.Count} questions");
        }

        return read;
    }

    /// <summary>The words that would be shown for a candidate.</summary>
    public static string Shown(AskedWords asked, AnswerCandidate candidate) => ShortAnswer.Of(asked, candidate) ?? "";

    private static ReadQuestion Read(Article article, BenchmarkQuestion row, Retriever retriever, CandidateFinder finder)
    {
        var question = Question.Parse(row.Text, () => article.Subject);
        var retrieved = retriever.Retrieve(question);
        var asked = new AskedWords(question, retrieved, article.Index);
        var found = finder.Find(asked, retrieved);
        var candidates = found.Candidates;
        var evidence = article.Evidence(row);
        var gains = candidates.Select(c => !Article.Covers(c.Passage.Document, c.Sentence, evidence) ? 0 : question.Kind == QuestionKind.YesNo ? 1 : (float)SquadScore.F1(Shown(asked, c), row.Answers)).ToArray();
        var windows = candidates.Select(c => c.Read.Window).Distinct().ToList();
        return new ReadQuestion(article, row, asked, candidates, gains, windows.Exists(w => Article.Covers(w.Passage.Document, w.Span, evidence)), found.Terms) { Evidence = evidence };
    }
}
