using Lucene.Net.Index;
using Lucene.Net.Store;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;
using IODirectory = System.IO.Directory;

namespace QaBot.Lucene.Tests;

public sealed class LuceneIndexStoreTests : IDisposable
{
    private static readonly ChunkingOptions Options = new() { TargetLength = 60, OverlapSentences = 0 };

    private static readonly Corpus Small = new(
        [Document.FromText("a.txt", "The cat sat on the mat. Anna Berg wrote The Red Door in 1931.\n\nShe died in Oslo. The cat lived on.")]);

    private readonly TempDirectory _directory = new();
    private readonly List<OpenedIndex> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(opened => ((IDisposable)opened.Index).Dispose());
        _directory.Dispose();
    }

    [Fact]
    public async Task OpenAsync_Missing_BuildsThenReadsTheSame()
    {
        var built = await OpenAsync();
        Assert.Equal((IndexOrigin.Built, "there was none"), (built.Origin, built.Reason));
        var stored = await OpenAsync();
        Assert.Equal((IndexOrigin.Stored, null), (stored.Origin, stored.Reason));
        AssertServes(built.Index);
        AssertServes(stored.Index);
        Assert.True(new LuceneIndexStore(_directory.Path).Size() > 0);
    }

    [Fact]
    public async Task OpenAsync_RebuildAsked_Builds()
    {
        await OpenAsync();
        var opened = await OpenAsync(rebuild: true);
        Assert.Equal((IndexOrigin.Built, "a new one was asked for"), (opened.Origin, opened.Reason));
    }

    [Fact]
    public async Task OpenAsync_Built_CommitsCorpusHashAndOptions()
    {
        await OpenAsync();
        using var files = FSDirectory.Open(_directory.Path);
        using var reader = DirectoryReader.Open(files);
        var header = IndexHeader.Of(Small, Options);
        Assert.Equal((header.CorpusHash, header.Options), (reader.IndexCommit.UserData["corpus"], reader.IndexCommit.UserData["options"]));
    }

    [Fact]
    public async Task OpenAsync_CorpusChanged_IsRebuilt()
    {
        await OpenAsync();
        var opened = await OpenAsync(corpus: new Corpus([Document.FromText("b.txt", Small.Documents[0].Text)]));
        Assert.Equal((IndexOrigin.Built, "the corpus has changed"), (opened.Origin, opened.Reason));
        Assert.Equal("b.txt", opened.Index[0].Document.Name);
    }

    [Fact]
    public async Task OpenAsync_OtherOptions_IsRebuilt()
    {
        await OpenAsync();
        var opened = await OpenAsync(options: new ChunkingOptions { TargetLength = 2_000 });
        Assert.Equal(IndexOrigin.Built, opened.Origin);
        Assert.StartsWith("it was built with other options", opened.Reason, StringComparison.Ordinal);
        Assert.Equal(1, opened.Index.Count);
    }

    [Fact]
    public async Task OpenAsync_AnyFileDamagedOrCut_IsRebuilt()
    {
        await OpenAsync();
        var names = Files().Select(Path.GetFileName).ToList();
        Assert.True(names.Count >= 3);
        foreach (var damage in new Action<string>[] { FlipBytes, Cut })
        {
            for (var i = 0; i < names.Count; i++)
            {
                // What is built anew has other names, and as many files.
                var file = Files()[i];
                damage(file);
                var opened = await OpenAsync();
                Assert.True(opened is { Origin: IndexOrigin.Built, Reason: "it is damaged" or "it has another format" or "there was none" }, $"{file}: {opened.Origin} {opened.Reason}");
                AssertServes(opened.Index);
            }
        }
    }

    [Fact]
    public async Task OpenAsync_AnotherWrites_ServesFromMemory()
    {
        using var files = FSDirectory.Open(_directory.Path);
        using var chain = new EnglishChain();
        using var writer = new IndexWriter(files, new IndexWriterConfig(PassageFields.Version, chain));
        var opened = await OpenAsync();
        Assert.Equal((IndexOrigin.Memory, "another process is writing it"), (opened.Origin, opened.Reason));
        AssertServes(opened.Index);
    }

    [Fact]
    public async Task OpenAsync_DirectoryIsAFile_ServesFromMemory()
    {
        var opened = await new LuceneIndexStore(_directory.Write("index", "a file")).OpenAsync(Small, Options);
        _opened.Add(opened);
        Assert.Equal(IndexOrigin.Memory, opened.Origin);
        Assert.NotEmpty(opened.Reason!);
        AssertServes(opened.Index);
    }

    [Fact]
    public async Task OpenAsync_CancelledWhileBuilding_LeavesTheOldIndex()
    {
        await OpenAsync();
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new LuceneIndexStore(_directory.Path).OpenAsync(Small, Options, rebuild: true, new CancelAtOnce(source), source.Token));
        Assert.Equal(IndexOrigin.Stored, (await OpenAsync()).Origin);
    }

    [Fact]
    public async Task Search_AfterACommitOfTheSame_ServesTheNewCommit()
    {
        var time = new SteppedTime();
        var opened = await OpenAsync(time: time);
        await OpenAsync(rebuild: true);
        var index = (LucenePassageIndex)opened.Index;
        var before = index.Generation;
        AssertServes(index);
        Assert.Equal(before, index.Generation);
        time.Now += TimeSpan.FromSeconds(2);
        AssertServes(index);
        Assert.True(index.Generation > before);
    }

    [Fact]
    public async Task Search_AfterACommitOfAnotherCorpus_ServesTheOldOne()
    {
        var time = new SteppedTime();
        var opened = await OpenAsync(time: time);
        await OpenAsync(corpus: new Corpus([Document.FromText("b.txt", "Nothing of the kind is here.")]));
        time.Now += TimeSpan.FromSeconds(2);
        AssertServes(opened.Index);
        Assert.Equal("a.txt", opened.Index[0].Document.Name);
    }

    private static void AssertServes(IPassageIndex index)
    {
        var query = new PassageQuery(EnglishAnalyzer.Analyze("Who wrote The Red Door?").ConvertAll(token => new QueryTerm(token.Term)));
        Assert.Contains("Anna Berg", index.Search(query, 1)[0].Passage.Text, StringComparison.Ordinal);
    }

    private static void FlipBytes(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(file, bytes);
    }

    private static void Cut(string file) => File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);

    /// <summary>The files of the index, but for the lock and the hint at the last commit, which Lucene can do without.</summary>
    private string[] Files() =>
        [.. IODirectory.GetFiles(_directory.Path).Where(file => Path.GetFileName(file) is not ("write.lock" or "segments.gen")).Order(StringComparer.Ordinal)];

    private async Task<OpenedIndex> OpenAsync(Corpus? corpus = null, ChunkingOptions? options = null, bool rebuild = false, TimeProvider? time = null)
    {
        var opened = await new LuceneIndexStore(_directory.Path, time).OpenAsync(corpus ?? Small, options ?? Options, rebuild);
        _opened.Add(opened);
        return opened;
    }

    private sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }

    private sealed class SteppedTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
