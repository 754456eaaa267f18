using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Bench;

/// <summary>A directory with a generated corpus and room for its index.</summary>
internal static class GeneratedCorpus
{
    /// <summary>Each paragraph becomes a passage.</summary>
    public static readonly ChunkingOptions Options = new() { TargetLength = 230, OverlapSentences = 0 };

    private const int QueryCount = 500;

    /// <summary>Writes and loads a corpus; its queries lie beside it for other engines to answer.</summary>
    public static async Task<(Corpus Corpus, List<string> Questions, List<string> Keywords)> CreateAsync(string directory, int passages)
    {
        var generator = new CorpusGenerator();
        var documents = Path.Combine(directory, "corpus");
        Directory.CreateDirectory(documents);
        await generator.WriteAsync(documents, passages);
        var questions = generator.Queries(QueryCount, contentOnly: false);
        var keywords = generator.Queries(QueryCount, contentOnly: true);
        await File.WriteAllLinesAsync(Path.Combine(directory, "questions.txt"), questions);
        await File.WriteAllLinesAsync(Path.Combine(directory, "keywords.txt"), keywords);
        return (await Corpus.LoadAsync(documents), questions, keywords);
    }

    public static IndexStore Store(string directory) => new(Path.Combine(directory, "index"));

    /// <summary>Analyses a query as the text is.</summary>
    public static PassageQuery Query(string text) => new(EnglishAnalyzer.Analyze(text).ConvertAll(token => new QueryTerm(token.Term)));
}
