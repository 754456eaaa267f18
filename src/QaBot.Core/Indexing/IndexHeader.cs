using System.Globalization;
using Lucene.Net.Index;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>What an index was built from, as its commit's user data; an index is served only to those who ask for the same.</summary>
/// <param name="CorpusHash">The hash of the corpus.</param>
/// <param name="Options">The versions of format, segmentation, chunking and analysis, and the chunking's options, in one line.</param>
internal sealed record IndexHeader(string CorpusHash, string Options)
{
    /// <summary>The reason of an index that fits but for its documents.</summary>
    public const string OtherCorpus = "the corpus has changed";

    private const string CorpusKey = "corpus";
    private const string OptionsKey = "options";

    /// <summary>The header of an index that this program makes.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    public static IndexHeader Of(Corpus corpus, ChunkingOptions options) => new(
        corpus.Hash,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PassageFields.Format};{SentenceSegmenter.Version};{Chunker.Version};{EnglishAnalyzer.Version};{options.TargetLength};{options.OverlapSentences}"));

    /// <summary>What to commit with.</summary>
    public Dictionary<string, string> ToUserData() => new() { [CorpusKey] = CorpusHash, [OptionsKey] = Options };

    /// <summary>Why a commit cannot be served, as the end of a sentence, or null.</summary>
    public string? FaultOf(SegmentInfos commit) =>
        !commit.UserData.TryGetValue(CorpusKey, out var corpus) || !commit.UserData.TryGetValue(OptionsKey, out var options) ? "the index there is another program's"
        : options != Options ? "it was built with other options or by another version of the program"
        : corpus != CorpusHash ? OtherCorpus
        : null;
}
