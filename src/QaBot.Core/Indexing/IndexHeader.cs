using System.Globalization;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>What an index was built from; an index is served only to those who ask for the same.</summary>
/// <param name="CorpusHash">The hash of the corpus.</param>
/// <param name="Options">
/// Analysis, chunking and the build of this assembly, in one line: an index that another build made may hold other sentences or names.
/// </param>
public sealed record IndexHeader(string CorpusHash, string Options)
{
    private static readonly Guid Build = typeof(IndexHeader).Module.ModuleVersionId;

    /// <summary>The header of an index that this build makes.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    public static IndexHeader Of(Corpus corpus, ChunkingOptions options) => new(
        corpus.Hash,
        string.Create(CultureInfo.InvariantCulture, $"{EnglishAnalyzer.Version};{Chunker.Version};{options.TargetLength};{options.OverlapSentences};{Build}"));
}
