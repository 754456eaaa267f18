namespace QaBot.Cli.Configuration;

/// <summary>Where the index is kept, and by what.</summary>
internal sealed class IndexOptions
{
    /// <summary>Its directory; made when there is none. Default <c>index</c>.</summary>
    public string Directory { get; set; } = "index";

    /// <summary>What ranks passages; all engines rank alike. Default <see cref="IndexEngine.Embedded"/>.</summary>
    public IndexEngine Engine { get; set; }
}
