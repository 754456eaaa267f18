using Lucene.Net.Index;
using Lucene.Net.Store;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;
using IODirectory = System.IO.Directory;

namespace QaBot.Core.Tests.Indexing;

public sealed class IndexStoreTests : IDisposable
{
    private static readonly ChunkingOptions Options = new() { TargetLength = 60, OverlapSentences = 0 };

    private static readonly Corpus Small = new(
        [Document.FromText("a.txt", "The cat sat on the mat. Anna Berg wrote The Red Door in 1931.\n\nShe died in Oslo. The cat lived on.")]);

    private readonly TempDirectory _directory = new();
    private readonly List<OpenedIndex> _opened = [];

    private string Folder => Path.Combine(_directory.Path, IndexStore.FolderName);

    public void Dispose()
    {
        _opened.ForEach(opened => opened.Index.Dispose());
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
        Assert.True(new IndexStore(_directory.Path).Size() > 0);
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
        using var files = FSDirectory.Open(Folder);
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

    [Theory]
    [InlineData("b.txt", 8)]
    [InlineData("0.txt", 8)]
    [InlineData("z.txt", 8)]
    [InlineData("d.txt", 6)]
    public async Task OpenAsync_OneDocumentMoreOrOther_IndexesItAloneAndIsAsBuiltAnew(string name, int kept)
    {
        string[] names = ["a.txt", "c.txt", "d.txt", "e.txt"];
        var documents = names.Select(other => Document.FromText(other, $"The cat of {other} sat on the mat all day and all night long.\n\nIt left for {other} in the year 1931, and never came back.")).ToList();
        await OpenAsync(corpus: new Corpus(documents));
        var changed = new Corpus([.. documents.Where(document => document.Name != name), Document.FromText(name, "The cat of the new house sat on the red mat.")]);

        var opened = await OpenAsync(corpus: changed);

        using var anew = PassageIndex.Build(changed, Options);
        Assert.Equal((IndexOrigin.Built, kept), (opened.Origin, opened.Kept));
        Assert.Equal(Enumerable.Range(0, anew.Count).Select(i => (anew[i].Id, anew[i].Span)), Enumerable.Range(0, opened.Index.Count).Select(i => (opened.Index[i].Id, opened.Index[i].Span)));
        var query = new PassageQuery([new QueryTerm("cat"), new QueryTerm("year"), new QueryTerm("red")]);
        Assert.Equal(anew.Search(query, 20).Select(hit => (hit.Ordinal, hit.Score)), opened.Index.Search(query, 20).Select(hit => (hit.Ordinal, hit.Score)));
        Assert.Equal(IndexOrigin.Stored, (await OpenAsync(corpus: changed)).Origin);
    }

    [Fact]
    public async Task OpenAsync_DocumentGone_KeepsTheOthers()
    {
        var documents = Enumerable.Range(0, 3).Select(i => Document.FromText($"{i}.txt", $"The cat number {i} sat on the mat.")).ToList();
        await OpenAsync(corpus: new Corpus(documents));

        var opened = await OpenAsync(corpus: new Corpus([documents[0], documents[2]]));

        Assert.Equal(2, opened.Kept);
        Assert.Equal(["0.txt#1", "2.txt#1"], Enumerable.Range(0, opened.Index.Count).Select(i => opened.Index[i].Id));
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
        foreach (var damage in new Action<string>[] { Flip(0), Flip(0.2), Flip(0.5), Flip(0.8), Flip(0.999), Cut })
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
        await using var held = new FileStream(Path.Combine(_directory.Path, IndexStore.LockName), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var opened = await OpenAsync();
        Assert.Equal((IndexOrigin.Memory, "another process is writing it"), (opened.Origin, opened.Reason));
        AssertServes(opened.Index);
    }

    [Fact]
    public async Task OpenAsync_ManyAtOnce_AllServeAndOneIndexStays()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync())));
        Assert.All(opened, one => AssertServes(one.Index));
        Assert.Contains(opened, one => one.Origin == IndexOrigin.Built);
        Assert.Equal(IndexOrigin.Stored, (await OpenAsync()).Origin);
    }

    [Fact]
    public async Task OpenAsync_LeftoversOfACrash_AreWrittenOver()
    {
        IODirectory.CreateDirectory(Folder);
        _directory.Write("lucene/_0.cfs", "half a segment");
        _directory.Write(IndexStore.LockName, "");
        Assert.Equal(IndexOrigin.Built, (await OpenAsync()).Origin);
        Assert.Equal(IndexOrigin.Stored, (await OpenAsync()).Origin);
    }

    [Fact]
    public async Task OpenAsync_AnothersIndex_IsRebuilt()
    {
        using (var files = FSDirectory.Open(Folder))
        using (var writer = new IndexWriter(files, new IndexWriterConfig(EnglishChain.Version, EnglishAnalyzer.Chain)))
        {
            writer.Commit();
        }

        var opened = await OpenAsync();
        Assert.Equal((IndexOrigin.Built, "the index there is another program's"), (opened.Origin, opened.Reason));
    }

    [Fact]
    public async Task OpenAsync_ReaderOfTheOldIndex_KeepsIt()
    {
        var before = await OpenAsync();
        await OpenAsync(corpus: new Corpus([Document.FromText("b.txt", "Nothing of the kind is here.")]));
        AssertServes(before.Index);
        Assert.Equal("a.txt", before.Index[0].Document.Name);
    }

    [Fact]
    public async Task OpenAsync_AlreadyCancelled_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new IndexStore(_directory.Path).OpenAsync(Small, Options, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Empty(IODirectory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task OpenAsync_Building_ReportsProgressUpToOne()
    {
        var progress = new Recorder();
        _opened.Add(await new IndexStore(_directory.Path).OpenAsync(Small, Options, progress: progress));
        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.Equal(1, progress.Values[^1]);
    }

    [Fact]
    public async Task OpenAsync_DirectoryIsAFile_ServesFromMemory()
    {
        var opened = await new IndexStore(_directory.Write("index", "a file")).OpenAsync(Small, Options);
        _opened.Add(opened);
        Assert.Equal((IndexOrigin.Memory, "it is a file"), (opened.Origin, opened.Reason));
        AssertServes(opened.Index);
    }

    [Fact]
    public async Task OpenAsync_CancelledWhileBuilding_LeavesTheOldIndex()
    {
        await OpenAsync();
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new IndexStore(_directory.Path).OpenAsync(Small, Options, rebuild: true, new CancelAtOnce(source), source.Token));
        Assert.Equal(IndexOrigin.Stored, (await OpenAsync()).Origin);
    }

    private static void AssertServes(PassageIndex index)
    {
        var query = new PassageQuery(EnglishAnalyzer.Analyze("Who wrote The Red Door?").ConvertAll(token => new QueryTerm(token.Term)));
        Assert.Contains("Anna Berg", index.Search(query, 1)[0].Passage.Text, StringComparison.Ordinal);
    }

    private static Action<string> Flip(double share) => file =>
    {
        var bytes = File.ReadAllBytes(file);
        bytes[(int)(bytes.Length * share)] ^= 0x55;
        File.WriteAllBytes(file, bytes);
    };

    private static void Cut(string file) => File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);

    /// <summary>The files of the index, but for the lock and the hint at the last commit, which Lucene can do without.</summary>
    private string[] Files() =>
        [.. IODirectory.GetFiles(Folder).Where(file => Path.GetFileName(file) is not ("write.lock" or "segments.gen")).Order(StringComparer.Ordinal)];

    private async Task<OpenedIndex> OpenAsync(Corpus? corpus = null, ChunkingOptions? options = null, bool rebuild = false)
    {
        var opened = await new IndexStore(_directory.Path).OpenAsync(corpus ?? Small, options ?? Options, rebuild);
        lock (_opened)
        {
            _opened.Add(opened);
        }

        return opened;
    }

    private sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
