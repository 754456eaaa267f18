using System.ComponentModel.DataAnnotations;

namespace QaBot.Cli.Configuration;

/// <summary>Where the documents are.</summary>
internal sealed class CorpusOptions
{
    /// <summary>A text file or a directory of them. Default <c>seeds</c>.</summary>
    public string Path { get; set; } = "seeds";

    /// <summary>What the documents are called together, where readers see it. Default empty: their own titles.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Title { get; set; } = "";
}
