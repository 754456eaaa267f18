using System.Security.Cryptography;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

public sealed class IndexStoreTests : IDisposable
{
    private const int VersionAt = 8;
    private const int BodyAt = VersionAt + sizeof(int) + 32;
    private static readonly ChunkingOptions Options = new() { TargetLength = 60, OverlapSentences = 0 };

    private static readonly Corpus Small = new(
        [Document.FromText("a.txt", "The cat sat on the mat. Anna Berg wrote The Red Door in 1931.\n\nShe died in Oslo. The cat lived on.")]);

    private readonly TempDirectory _directory = new();
    private readonly IndexStore _store;

    public IndexStoreTests() => _store = new IndexStore(_directory.Path);

    private string File => Path.Combine(_directory.Path, IndexStore.FileName);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task OpenAsync_Missing_BuildsThenReadsTheSame()
    {
        var built = await _store.OpenAsync(Small, Options);
        Assert.Equal((IndexOrigin.Built, "there was none"), (built.Origin, built.Reason));
        var stored = await _store.OpenAsync(Small, Options);
        Assert.Equal((IndexOrigin.Stored, null), (stored.Origin, stored.Reason));
        AssertServes(built.Index);
        AssertServes(stored.Index);
    }

    [Fact]
    public async Task OpenAsync_DirectoryMissing_MakesIt()
    {
        var store = new IndexStore(Path.Combine(_directory.Path, "deep", "index"));
        Assert.Equal(IndexOrigin.Built, (await store.OpenAsync(Small, Options)).Origin);
        Assert.Equal(IndexOrigin.Stored, (await store.OpenAsync(Small, Options)).Origin);
    }

    [Fact]
    public async Task OpenAsync_RebuildAsked_Builds()
    {
        await _store.OpenAsync(Small, Options);
        var opened = await _store.OpenAsync(Small, Options, rebuild: true);
        Assert.Equal((IndexOrigin.Built, "a new one was asked for"), (opened.Origin, opened.Reason));
    }

    [Fact]
    public async Task OpenAsync_CutAtAnyLength_IsRebuilt()
    {
        var whole = await BuildAsync();
        for (var length = 0; length < whole.Length; length += length < BodyAt + 8 ? 1 : 7)
        {
            await AssertRebuiltAsync(whole[..length], length < BodyAt ? "it is cut short" : "it is damaged");
        }
    }

    [Fact]
    public async Task OpenAsync_AnyBitFlipped_IsRebuilt()
    {
        var whole = await BuildAsync();
        for (var bit = 0; bit < whole.Length * 8; bit += bit < BodyAt * 8 ? 1 : 29)
        {
            var flipped = whole.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var reason = (bit / 8) switch
            {
                < VersionAt => "the file there is no index",
                < VersionAt + sizeof(int) => "it has another format",
                _ => "it is damaged",
            };
            await AssertRebuiltAsync(flipped, reason);
        }
    }

    [Fact]
    public async Task OpenAsync_BytesBehindTheEnd_IsRebuilt() => await AssertRebuiltAsync([.. await BuildAsync(), 0], "it is damaged");

    [Theory]
    [InlineData("{\"not\": \"an index\"}")]
    [InlineData("QABOT")]
    [InlineData("x")]
    public async Task OpenAsync_ForeignFile_IsRebuilt(string content) => await AssertRebuiltAsync(
        System.Text.Encoding.UTF8.GetBytes(content), content == "QABOT" ? "it is cut short" : "the file there is no index");

    [Fact]
    public async Task OpenAsync_OtherFormatWithRightChecksum_IsRebuilt()
    {
        var bytes = await BuildAsync();
        bytes[VersionAt]++;
        SHA256.HashData(bytes.AsSpan(BodyAt), bytes.AsSpan(VersionAt + sizeof(int)));
        await AssertRebuiltAsync(bytes, "it has another format");
    }

    [Fact]
    public async Task OpenAsync_CorpusChanged_IsRebuilt()
    {
        await BuildAsync();
        foreach (var (name, text) in new[] { ("a.txt", Small.Documents[0].Text + " "), ("b.txt", Small.Documents[0].Text) })
        {
            var opened = await _store.OpenAsync(new Corpus([Document.FromText(name, text)]), Options);
            Assert.Equal((IndexOrigin.Built, "the corpus has changed"), (opened.Origin, opened.Reason));
            Assert.Equal(name, opened.Index[0].Document.Name);
        }
    }

    [Fact]
    public async Task OpenAsync_OtherOptions_IsRebuilt()
    {
        await BuildAsync();
        var opened = await _store.OpenAsync(Small, new ChunkingOptions { TargetLength = 2_000 });
        Assert.Equal(IndexOrigin.Built, opened.Origin);
        Assert.StartsWith("it was built with other options", opened.Reason, StringComparison.Ordinal);
        Assert.Equal(1, opened.Index.Count);
    }

    [Fact]
    public async Task OpenAsync_FileIsADirectory_ServesFromMemory()
    {
        Directory.CreateDirectory(File);
        var opened = await _store.OpenAsync(Small, Options);
        Assert.Equal(IndexOrigin.Memory, opened.Origin);
        Assert.NotEmpty(opened.Reason!);
        AssertServes(opened.Index);
        Assert.DoesNotContain(Directory.EnumerateFiles(_directory.Path), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_DirectoryIsAFile_ServesFromMemory()
    {
        var opened = await new IndexStore(_directory.Write("index", "a file")).OpenAsync(Small, Options);
        Assert.Equal(IndexOrigin.Memory, opened.Origin);
        Assert.NotEmpty(opened.Reason!);
        AssertServes(opened.Index);
    }

    [Fact]
    public async Task OpenAsync_AnotherWrites_ServesFromMemoryAndLeavesItsFiles()
    {
        var temporary = _directory.Write(IndexStore.FileName + ".tmp", "half an index");
        await using var held = new FileStream(Path.Combine(_directory.Path, "passages.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var opened = await _store.OpenAsync(Small, Options);
        Assert.Equal((IndexOrigin.Memory, "another process is writing it"), (opened.Origin, opened.Reason));
        AssertServes(opened.Index);
        Assert.Equal("half an index", await System.IO.File.ReadAllTextAsync(temporary));
    }

    [Fact]
    public async Task OpenAsync_LeftoversOfACrash_AreWrittenOver()
    {
        var temporary = _directory.Write(IndexStore.FileName + ".tmp", new string('x', 1_000_000));
        _directory.Write("passages.lock", "");
        await BuildAsync();
        Assert.False(System.IO.File.Exists(temporary));
        Assert.Equal(IndexOrigin.Stored, (await _store.OpenAsync(Small, Options)).Origin);
    }

    [Fact]
    public async Task OpenAsync_ManyAtOnce_AllServeAndOneFileStays()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new IndexStore(_directory.Path).OpenAsync(Small, Options))));
        Assert.All(opened, one => AssertServes(one.Index));
        Assert.Contains(opened, one => one.Origin == IndexOrigin.Built);
        Assert.Equal(IndexOrigin.Stored, (await _store.OpenAsync(Small, Options)).Origin);
    }

    [Fact]
    public async Task OpenAsync_CancelledWhileBuilding_LeavesTheOldFile()
    {
        var before = await BuildAsync();
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _store.OpenAsync(Small, Options, rebuild: true, new CancelAtOnce(source), source.Token));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
        Assert.False(System.IO.File.Exists(File + ".tmp"));
    }

    [Fact]
    public async Task OpenAsync_AlreadyCancelled_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _store.OpenAsync(Small, Options, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task OpenAsync_Building_ReportsProgressUpToOne()
    {
        var progress = new Recorder();
        await _store.OpenAsync(Small, Options, progress: progress);
        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.Equal(1, progress.Values[^1]);
    }

    private static void AssertServes(IPassageIndex index)
    {
        var query = new PassageQuery(EnglishAnalyzer.Analyze("Who wrote The Red Door?").ConvertAll(token => new QueryTerm(token.Term)));
        Assert.Contains("Anna Berg", index.Search(query, 1)[0].Passage.Text, StringComparison.Ordinal);
    }

    private async Task<byte[]> BuildAsync()
    {
        await _store.OpenAsync(Small, Options, rebuild: true);
        return await System.IO.File.ReadAllBytesAsync(File);
    }

    private async Task AssertRebuiltAsync(byte[] bad, string reason)
    {
        await System.IO.File.WriteAllBytesAsync(File, bad);
        var opened = await _store.OpenAsync(Small, Options);
        Assert.Equal((IndexOrigin.Built, reason), (opened.Origin, opened.Reason));
        AssertServes(opened.Index);
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
