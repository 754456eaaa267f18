using QaBot.Cli.Configuration;
using QaBot.Indexing;
using QaBot.Text;
#if QABOT_ADAPTERS
using QaBot.Lucene;
#endif

namespace QaBot.Cli.Commands;

/// <summary>The index of the engine that the settings name.</summary>
internal static class PassageIndexes
{
    /// <summary>Opens it; builds it where that is needed.</summary>
    public static Task<OpenedIndex> OpenAsync(
        QaBotSettings settings, Corpus corpus, bool rebuild, IProgress<double> progress, CancellationToken cancellationToken)
    {
#if QABOT_ADAPTERS
        if (settings.Index.Engine == IndexEngine.Lucene)
        {
            return Lucene(settings).OpenAsync(corpus, settings.Chunking, rebuild, progress, cancellationToken);
        }
#endif
        return new IndexStore(settings.Index.Directory).OpenAsync(corpus, settings.Chunking, rebuild, progress, cancellationToken);
    }

    /// <summary>The bytes that it takes on disk.</summary>
    public static long Size(QaBotSettings settings)
    {
#if QABOT_ADAPTERS
        if (settings.Index.Engine == IndexEngine.Lucene)
        {
            return Lucene(settings).Size();
        }
#endif
        return new FileInfo(Path.Combine(settings.Index.Directory, IndexStore.FileName)).Length;
    }
#if QABOT_ADAPTERS

    /// <summary>In a folder of its own: both engines' indexes can be kept side by side.</summary>
    private static LuceneIndexStore Lucene(QaBotSettings settings) => new(Path.Combine(settings.Index.Directory, "lucene"));
#endif
}
