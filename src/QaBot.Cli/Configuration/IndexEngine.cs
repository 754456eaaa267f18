namespace QaBot.Cli.Configuration;

/// <summary>What ranks passages.</summary>
internal enum IndexEngine
{
    /// <summary>The engine of this program, in one file.</summary>
    Embedded,

    /// <summary>Lucene.Net, in the full build.</summary>
    Lucene,
}
