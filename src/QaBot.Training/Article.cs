using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Training;

/// <summary>One benchmark article with its index and questions; the article is the whole corpus.</summary>
internal sealed class Article
{
    private Article(string name, Document document, PassageIndex index, List<BenchmarkQuestion> questions)
    {
        Name = name;
        Document = document;
        Index = index;
        Questions = questions;
    }

    public string Name { get; }

    public Document Document { get; }

    public PassageIndex Index { get; }

    public List<BenchmarkQuestion> Questions { get; }

    /// <summary>Reads every article of the benchmarks, in the order of their names.</summary>
    public static List<Article> ReadAll(string biographies) =>
        [.. Directory.GetDirectories(biographies).Order(StringComparer.Ordinal).Select(Read)];

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

    /// <summary>Whether a span lies in the paragraph of one of the pieces of evidence.</summary>
    public static bool SameParagraph(string text, TextSpan span, List<TextSpan> evidence) =>
        evidence.Exists(e => !text.AsSpan(Math.Min(span.Start, e.Start), Math.Max(span.Start, e.Start) - Math.Min(span.Start, e.Start)).Contains("\n\n", StringComparison.Ordinal));

    private static Article Read(string directory)
    {
        var document = Document.FromBytes("article.txt", File.ReadAllBytes(Path.Combine(directory, "article.txt")));
        var index = PassageIndex.Build(new Corpus([document]), new ChunkingOptions());
        return new Article(Path.GetFileName(directory), document, index, BenchmarkQuestion.Read(Path.Combine(directory, "questions.jsonl")));
    }
}
