using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class VectorStoreTests : IDisposable
{
    private static readonly Corpus Corpus = new([Sources.Biography]);
    private static readonly PassageIndex Index = PassageIndex.Build(Corpus, new ChunkingOptions());
    private readonly TempDirectory _directory = new();
    private readonly ScriptedVectors _generator = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task OpenAsync_Stored_IsReadAndNotMadeAgain()
    {
        var made = await OpenAsync(Corpus, Index);
        var read = await OpenAsync(Corpus, Index);

        Assert.Equal(Index.Count, _generator.Texts);
        Assert.Equal((made.Model, made.Count, made.Dimensions), (read.Model, read.Count, read.Dimensions));
        Assert.Equal(made.Values.ToArray(), read.Values.ToArray());
    }

    [Theory]
    [InlineData("model")]
    [InlineData("passages")]
    [InlineData("text")]
    [InlineData("damage")]
    [InlineData("cut")]
    public async Task OpenAsync_OtherModelPassagesTextOrBytes_AreMadeAgain(string what)
    {
        await OpenAsync(Corpus, Index);
        var file = Path.Combine(_directory.Path, VectorStore.FileName);
        var bytes = await File.ReadAllBytesAsync(file);
        var (corpus, index, model, texts) = (Corpus, Index, "m", Index.Count);
        switch (what)
        {
            case "model":
                model = "m2";
                break;
            case "passages":
                index = PassageIndex.Build(Corpus, new ChunkingOptions { TargetLength = 300 });
                break;
            case "text":
                corpus = new Corpus([Document.FromText(Sources.Biography.Name, Sources.Biography.Text + " And more.")]);
                index = PassageIndex.Build(corpus, new ChunkingOptions());
                break;
            case "damage":
                bytes[^5] ^= 1;
                await File.WriteAllBytesAsync(file, bytes);
                break;
            default:
                await File.WriteAllBytesAsync(file, bytes[..100]);
                break;
        }

        var vectors = await OpenAsync(corpus, index, model);

        Assert.Equal(texts + index.Count, _generator.Texts);
        Assert.Equal((model, index.Count), (vectors.Model, vectors.Count));
    }

    [Fact]
    public async Task OpenAsync_EndpointFails_LeavesWhatWasStored()
    {
        await OpenAsync(Corpus, Index);
        _generator.Fault = new ChatFaultException(ChatFault.Unreachable, "Nobody.");

        await Assert.ThrowsAsync<ChatFaultException>(() => OpenAsync(Corpus, Index, "m2"));

        Assert.Equal("m", (await OpenAsync(Corpus, Index)).Model);
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public async Task RankAsync_Question_FindsThePassageOfItsWords()
    {
        var ranker = new VectorRanker(await OpenAsync(Corpus, Index), _generator);

        var ranking = await ranker.RankAsync("Which actors were imprisoned at Auschwitz as intellectuals?", 3, CancellationToken.None);

        Assert.Contains(ranking, ordinal => Index[ordinal].Text.Contains("imprisoned them at Auschwitz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RankAsync_EndpointFails_RanksNothingAndSaysSoOnce()
    {
        var said = new List<string>();
        var ranker = new VectorRanker(await OpenAsync(Corpus, Index), _generator, said.Add);
        _generator.Fault = new ChatFaultException(ChatFault.ServerError, "It failed.");

        Assert.Empty(await ranker.RankAsync("Who?", 3, CancellationToken.None));
        Assert.Empty(await ranker.RankAsync("What?", 3, CancellationToken.None));

        Assert.Equal("It failed. Passages are found by words alone.", Assert.Single(said));
    }

    private Task<VectorIndex> OpenAsync(Corpus corpus, PassageIndex index, string model = "m") =>
        new VectorStore(_directory.Path).OpenAsync(corpus, index, _generator, new EmbeddingOptions { Model = model, BatchSize = 7 });
}
