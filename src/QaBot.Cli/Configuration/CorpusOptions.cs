namespace QaBot.Cli.Configuration;

/// <summary>Where the documents are.</summary>
internal sealed class CorpusOptions
{
    /// <summary>A text file or a directory of them. Default <c>seeds</c>.</summary>
    public string Path { get; set; } = "seeds";
}
