using System.ComponentModel.DataAnnotations;

namespace QaBot.Chunking;

/// <summary>How documents are cut into passages.</summary>
public sealed class ChunkingOptions
{
    /// <summary>Length a passage aims at, in UTF-16 units; it ends with the sentence that reaches it. Default 600.</summary>
    [Range(50, 10_000)]
    public int TargetLength { get; set; } = 600;

    /// <summary>Sentences at the end of a passage that the next one begins with. Default 1.</summary>
    [Range(0, 5)]
    public int OverlapSentences { get; set; } = 1;
}
