using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

/// <summary>
/// An index knows by the versions in its header that it is stale: whoever changes what segmentation, chunking or analysis makes of a text raises that
/// version. versions.txt has the version of each and the hash of what it makes of the biography.
/// </summary>
public sealed class IndexHeaderTests
{
    private static readonly Corpus Biography = new([Sources.Biography]);

    public static TheoryData<string, string, string> Outputs => new()
    {
        { nameof(SentenceSegmenter), SentenceSegmenter.Version, Hash(SentenceSegmenter.Split(Sources.Biography.Text)) },
        { nameof(Chunker), Chunker.Version, Hash(Chunker.Chunk(Sources.Biography, new ChunkingOptions()).Select(p => $"{p.Id} {p.Zone} {Join(p.Sentences)} {p.Context}")) },
        { nameof(EnglishAnalyzer), EnglishAnalyzer.Version, Hash(EnglishAnalyzer.Analyze(Sources.Biography.Text + Tricky)) },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Version_OutputOverTheBiography_IsTheOneCheckedIn(string part, string version, string hash)
    {
        var line = $"{part} {version} {hash}";
        var known = File.ReadAllLines(Repository.PathOf("tests", "QaBot.Core.Tests", "Indexing", "versions.txt"));
        Assert.True(known.Contains(line), known.Any(other => other.StartsWith($"{part} {version} ", StringComparison.Ordinal))
            ? $"{part} makes something else of a text than before: raise {part}.Version, which is {version}, and put the new line into versions.txt."
            : $"{part}.Version is new: the line of {part} in versions.txt is to be\n{line}");
    }

    [Fact]
    public void Of_SameCorpusAndOptions_IsTheSame()
    {
        Assert.Equal(IndexHeader.Of(Biography, new ChunkingOptions()), IndexHeader.Of(new Corpus([Sources.Biography]), new ChunkingOptions()));
        Assert.NotEqual(IndexHeader.Of(Biography, new ChunkingOptions()), IndexHeader.Of(Biography, new ChunkingOptions { OverlapSentences = 0 }));
        Assert.NotEqual(IndexHeader.Of(Biography, new ChunkingOptions()), IndexHeader.Of(new Corpus([Document.FromText("a.txt", "A.")]), new ChunkingOptions()));
    }

    private static string Tricky => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "oracle", "analysis.txt"));

    private static string Hash<T>(IEnumerable<T> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Join(parts))));

    private static string Join<T>(IEnumerable<T> parts) => string.Join('\n', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part}")));
}
