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

    /// <summary>With more documents that have come, gone or changed all are analysed again: each may part the stored passages, and each part is a merge.</summary>
    private const int MostChanges = 64;

    /// <summary>Replaces what the directory holds; the passages of documents that it has are taken over as they are.</summary>
    /// <param name="files">The directory.</param>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How to cut them.</param>
    /// <param name="stored">What the directory holds, made with the same options, or null.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the building; what was there stays.</param>
    /// <returns>How many passages were taken over.</returns>
    public static int Write(
        Directory files, Corpus corpus, ChunkingOptions options, StoredPassages? stored, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var writer = new IndexWriter(files, Configuration());
        try
        {
            var userData = IndexHeader.Of(corpus, options).ToUserData();
            var kept = AddPassages(writer, corpus, options, stored is not null && Changes(stored, corpus) <= MostChanges ? stored : null, userData, progress, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            writer.ForceMerge(1);
            writer.SetCommitData(userData);
            writer.Commit();
            return kept;
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

    private static int Changes(StoredPassages stored, Corpus corpus)
    {
        var same = corpus.Documents.Count(document => stored.Find(document) is not null);
        return corpus.Documents.Count + stored.Documents - (2 * same);
    }

    private static int AddPassages(
        IndexWriter writer,
        Corpus corpus,
        ChunkingOptions options,
        StoredPassages? stored,
        Dictionary<string, string> userData,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var counts = new List<(Document, int)>();
        var run = (Start: 0, End: 0);
        var (done, kept) = (0L, 0);
        var total = Math.Max(1, corpus.Documents.Sum(d => (long)d.Text.Length));
        foreach (var document in corpus.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = 0;
            if (stored?.Find(document) is var (start, end))
            {
                TakeOver(run.End == start ? null : run);
                run = (run.End == start ? run.Start : start, end);
                count = end - start;
                kept += count;
            }
            else
            {
                TakeOver(run);
                run = default;
                foreach (var passage in Chunker.Chunk(document, options))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    writer.AddDocument(PassageFields.ToDocument(passage));
                    count++;
                    if (passage.Number % ReportEvery == 0)
                    {
                        progress?.Report((done + passage.Span.End) / (double)total);
                    }
                }
            }

            counts.Add((document, count));
            done += document.Text.Length;
            progress?.Report(done / (double)total);
        }

        TakeOver(run);
        StoredPassages.Describe(userData, counts);
        return kept;

        void TakeOver((int Start, int End)? passages)
        {
            if (passages is var (start, end) && end > start)
            {
                writer.AddIndexes(stored!.Range(start, end));
            }
        }
    }
}
