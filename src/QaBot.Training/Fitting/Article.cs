using QaBot.Chunking;
using QaBot.Evaluation.Questions;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Training.Fitting;

/// <summary>One benchmark article, or the texts of a question set, with its index and questions; it is the whole corpus.</summary>
internal sealed class Article
{
    private readonly Corpus _texts;

    private Article(Corpus texts, List<BenchmarkQuestion> questions, int copies = 1)
        : this(texts, PassageIndex.Build(texts, new ChunkingOptions()), questions, copies)
    {
    }

    private Article(Corpus texts, PassageIndex index, List<BenchmarkQuestion> questions, int copies)
    {
        _texts = texts;
        Index = index;
        Questions = questions;
        Subject = Text.Subject.Of(texts);
        Copies = copies;
    }

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
    /// <param name="corpus">The text or texts that it asks of.</param>
    public static async Task<List<Article>> ReadSetAsync(string questions, string corpus)
    {
        const int Copies = 5;
        var texts = await Corpus.LoadAsync(corpus);
        var set = await QuestionSet.LoadAsync(questions, texts);
        var rows = set.Questions.Where(q => q.Half == QuestionHalf.Development && q.Context.Count == 0)
            .Select(q => new BenchmarkQuestion(q.Id, q.Question, [.. q.Answers, .. q.AllOf], [.. q.Evidence], q.Answerable)).ToList();
        var index = PassageIndex.Build(texts, new ChunkingOptions());
        return [.. Enumerable.Range(0, 2).Select(half => new Article(texts, index, [.. rows.Where((_, i) => i % 2 == half)], Copies))];
    }

    /// <summary>The places of the evidence in its texts.</summary>
    public List<(Document Document, TextSpan Span)> Evidence(BenchmarkQuestion question)
    {
        var places = new List<(Document, TextSpan)>();
        foreach (var (document, quote) in _texts.Documents.SelectMany(document => question.Evidence.Select(quote => (document, quote))))
        {
            for (var at = document.Text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            {
                places.Add((document, new TextSpan(at, at + quote.Length)));
            }
        }

        return places;
    }

    /// <summary>Whether a span of a document covers at least half of one of the pieces of evidence.</summary>
    public static bool Covers(Document document, TextSpan span, List<(Document Document, TextSpan Span)> evidence) =>
        evidence.Exists(e => e.Document == document && Math.Min(span.End, e.Span.End) - Math.Max(span.Start, e.Span.Start) >= (e.Span.Length + 1) / 2);

    private static Article Read(string directory)
    {
        var document = Document.FromBytes("article.txt", File.ReadAllBytes(Path.Combine(directory, "article.txt")));
        return new Article(new Corpus([document]), BenchmarkQuestion.Read(Path.Combine(directory, "questions.jsonl")));
    }
}
