using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Bench;

/// <summary>The biography that comes with the program, and questions about it.</summary>
internal static class Biography
{
    public static readonly string[] Questions =
    [
        "When was Juliette Binoche born?",
        "Which film by Kieślowski won awards?",
        "Who directed The English Patient?",
        "How many Oscars has she won?",
        "Where did she study acting?",
        "Who is her sister?",
        "What did she advertise between 1995 and 2000?",
        "Did she turn down Jurassic Park?",
    ];

    public static QuestionAnswerer Open() => OpenAll().Answerer;

    public static (Corpus Corpus, PassageIndex Index, QuestionAnswerer Answerer) OpenAll()
    {
        var corpus = new Corpus([Document.FromBytes("juliette-binoche.txt", File.ReadAllBytes(Find("juliette-binoche.txt")))]);
        var index = PassageIndex.Build(corpus, new ChunkingOptions());
        return (corpus, index, new QuestionAnswerer(corpus, index));
    }

    /// <summary>A file of the folder seeds, found upwards from the program: BenchmarkDotNet runs it from a directory of its own.</summary>
    public static string Find(string name)
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var file = Path.Combine(directory, "seeds", name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException($"No directory above holds seeds/{name}.");
    }
}
