using System.Globalization;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>What an index was built from; an index is served only to those who ask for the same.</summary>
/// <param name="CorpusHash">The hash of the corpus.</param>
/// <param name="Options">Analysis and chunking, in one line.</param>
internal sealed record IndexHeader(string CorpusHash, string Options)
{
    public static IndexHeader Of(Corpus corpus, ChunkingOptions options) => new(
        corpus.Hash,
        string.Create(CultureInfo.InvariantCulture, $"{EnglishAnalyzer.Version};{Chunker.Version};{options.TargetLength};{options.OverlapSentences}"));
}
