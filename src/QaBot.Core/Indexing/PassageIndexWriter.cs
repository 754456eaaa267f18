using Lucene.Net.Index;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Indexing;

/// <summary>Writes the passages of a corpus as one commit: whoever reads sees the commit before it, or this one.</summary>
internal static class PassageIndexWriter
{
    private const double BufferMegabytes = 64;
    private const int ReportEvery = 256;

    /// <summary>Replaces what the directory holds.</summary>
    /// <param name="files">The directory.</param>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How to cut them.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the building; what was there stays.</param>
    public static void Write(Directory files, Corpus corpus, ChunkingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var writer = new IndexWriter(files, Configuration());
        try
        {
            AddPassages(writer, corpus, options, progress, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            writer.ForceMerge(1);
            writer.SetCommitData(IndexHeader.Of(corpus, options).ToUserData());
            writer.Commit();
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private static IndexWriterConfig Configuration() => new(EnglishChain.Version, EnglishAnalyzer.Chain)
    {
        Similarity = PassageIndex.Similarity,
        OpenMode = OpenMode.CREATE,
        RAMBufferSizeMB = BufferMegabytes,
        WriteLockTimeout = 0,

        // Merges neighbours only: a passage's number in Lucene is its ordinal.
        MergePolicy = new LogDocMergePolicy(),
        MergeScheduler = new SerialMergeScheduler(),
    };

    private static void AddPassages(IndexWriter writer, Corpus corpus, ChunkingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        var total = Math.Max(1, corpus.Documents.Sum(d => (long)d.Text.Length));
        foreach (var document in corpus.Documents)
        {
            foreach (var passage in Chunker.Chunk(document, options))
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.AddDocument(PassageFields.ToDocument(passage));
                if (passage.Number % ReportEvery == 0)
                {
                    progress?.Report((done + passage.Span.End) / (double)total);
                }
            }

            done += document.Text.Length;
            progress?.Report(done / (double)total);
        }
    }
}
