using QaBot.Chunking;
using QaBot.Evaluation.Questions;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Training.Fitting;

/// <summary>One benchmark article with its index and questions; the article is the whole corpus.</summary>
internal sealed class Article
{
    private Article(Document document, PassageIndex index, List<BenchmarkQuestion> questions, Subject? subject, int copies = 1)
    {
        Document = document;
        Index = index;
        Questions = questions;
        Subject = subject;
        Copies = copies;
    }

    public Document Document { get; }

    /// <summary>Whom the pronouns of its questions stand for.</summary>
    public Subject? Subject { get; }

    /// <summary>How many times a question of it counts in fitting.</summary>
    public int Copies { get; }

    public PassageIndex Index { get; }

    public List<BenchmarkQuestion> Questions { get; }

    /// <summary>Reads every article of the benchmarks, in the order of their names.</summary>
    public static List<Article> ReadAll(string biographies) =>
        [.. Directory.GetDirectories(biographies).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>
    /// Reads the development half of a question set, but for follow-ups, as two articles of every other question, so that they are in
    /// different folds. What people ask of a bot reads otherwise than what they ask of a paragraph.
    /// </summary>
    /// <param name="questions">The question set.</param>
    /// <param name="corpus">The text that it asks of.</param>
    public static async Task<List<Article>> ReadSetAsync(string questions, string corpus)
    {
        const int Copies = 5;
        var texts = await Corpus.LoadAsync(corpus);
        var set = await QuestionSet.LoadAsync(questions, texts);
        var rows = set.Questions.Where(q => q.Half == QuestionHalf.Development && q.Context.Count == 0)
            .Select(q => new BenchmarkQuestion(q.Id, q.Question, [.. q.Answers, .. q.AllOf], [.. q.Evidence], q.Answerable)).ToList();
        var (index, subject) = (PassageIndex.Build(texts, new ChunkingOptions()), Text.Subject.Of(texts));
        return [.. Enumerable.Range(0, 2).Select(half => new Article(texts.Documents[0], index, [.. rows.Where((_, i) => i % 2 == half)], subject, Copies))];
    }

    /// <summary>The places of the evidence in the article.</summary>
    public List<TextSpan> Evidence(BenchmarkQuestion question)
    {
        var spans = new List<TextSpan>();
        foreach (var quote in question.Evidence)
        {
            for (var at = Document.Text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = Document.Text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            {
                spans.Add(new TextSpan(at, at + quote.Length));
            }
        }

        return spans;
    }

    /// <summary>Whether a span covers at least half of one of the pieces of evidence.</summary>
    public static bool Covers(TextSpan span, List<TextSpan> evidence) =>
        evidence.Exists(e => Math.Min(span.End, e.End) - Math.Max(span.Start, e.Start) >= (e.Length + 1) / 2);

    private static Article Read(string directory)
    {
        var document = Document.FromBytes("article.txt", File.ReadAllBytes(Path.Combine(directory, "article.txt")));
        var corpus = new Corpus([document]);
        var index = PassageIndex.Build(corpus, new ChunkingOptions());
        return new Article(document, index, BenchmarkQuestion.Read(Path.Combine(directory, "questions.jsonl")), Text.Subject.Of(corpus));
    }
}
