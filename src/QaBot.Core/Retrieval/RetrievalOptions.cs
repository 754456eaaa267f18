using System.ComponentModel.DataAnnotations;

namespace QaBot.Retrieval;

/// <summary>How passages are found for a question.</summary>
public sealed class RetrievalOptions
{
    /// <summary>Passages that are found by words for an answer. Default 16.</summary>
    [Range(1, 100)]
    public int Passages { get; set; } = 16;

    /// <summary>Weight of the context field against the text: what a passage stands under, and what its pronouns may refer to. Default 0.3.</summary>
    [Range(0.0, 10.0)]
    public double ContextWeight { get; set; } = 0.3;

    /// <summary>Whether a word that the index does not have is repaired to one that it has. Default true.</summary>
    public bool RepairSpelling { get; set; } = true;
}
