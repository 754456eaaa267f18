using BenchmarkDotNet.Attributes;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Bench;

[InProcess]
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private readonly string _directory = Directory.CreateTempSubdirectory("qabot-bench-").FullName;
    private Corpus _corpus = null!;
    private PassageIndex _index = null!;
    private List<string> _questions = null!;
    private int _next;

    [Params(10_000, 250_000)]
    public int Passages { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        (_corpus, _questions, _) = await GeneratedCorpus.CreateAsync(_directory, Passages);
        _index = (await GeneratedCorpus.Store(_directory).OpenAsync(_corpus, GeneratedCorpus.Options)).Index;
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_directory, recursive: true);

    [Benchmark]
    public IReadOnlyList<PassageHit> Search() => _index.Search(GeneratedCorpus.Query(_questions[_next++ % _questions.Count]), 10);

    [Benchmark]
    public async Task<OpenedIndex> Open() => await GeneratedCorpus.Store(_directory).OpenAsync(_corpus, GeneratedCorpus.Options);

    [Benchmark]
    public PassageIndex Build() => PassageIndex.Build(_corpus, GeneratedCorpus.Options);
}
