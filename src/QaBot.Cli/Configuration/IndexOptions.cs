namespace QaBot.Cli.Configuration;

/// <summary>Where the index is kept.</summary>
internal sealed class IndexOptions
{
    /// <summary>Its directory; made when there is none. Default <c>index</c>.</summary>
    public string Directory { get; set; } = "index";
}
