using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Lucene;

/// <summary>Keeps an index of Lucene.Net in a directory and builds it again whenever what is there cannot be served.</summary>
/// <remarks>
/// A lock file, and Lucene's own lock, let one writer in at a time; the commit is atomic, so that readers see the old index or the new one. What cannot be
/// saved is served from memory.
/// </remarks>
/// <param name="directory">The directory; created when the index is first saved.</param>
/// <param name="time">The clock that an opened index looks for new commits by, or null for the system's.</param>
public sealed class LuceneIndexStore(string directory, TimeProvider? time = null)
{
    private const double BufferMegabytes = 64;
    private const string Damaged = "it is damaged";

    /// <summary>Serves the stored index when it fits the corpus and the options, else builds and stores one.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    /// <param name="rebuild">Build even when the stored index would do.</param>
    /// <param name="progress">Told the share of the building that is done, 0 to 1; not told anything when nothing is built.</param>
    /// <param name="cancellationToken">Stops the building and leaves the stored index as it was.</param>
    /// <returns>The index, which is a <see cref="LucenePassageIndex"/>: dispose of it to let go of the directory's files.</returns>
    public Task<OpenedIndex> OpenAsync(
        Corpus corpus, ChunkingOptions options, bool rebuild = false, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);

        // Lucene.Net reads and writes synchronously.
        return Task.Run(() => Open(corpus, options, rebuild, progress, cancellationToken), cancellationToken);
    }

    /// <summary>The bytes that the index takes on disk; 0 where there is none.</summary>
    public long Size() => System.IO.Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) : 0;

    /// <summary>Builds an index in a directory and opens it.</summary>
    internal static LucenePassageIndex Build(
        Directory files, Corpus corpus, ChunkingOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var header = IndexHeader.Of(corpus, options);
        Write(files, corpus, options, header, progress, cancellationToken);
        return new LucenePassageIndex(corpus, header, files);
    }

    private OpenedIndex Open(Corpus corpus, ChunkingOptions options, bool rebuild, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var header = IndexHeader.Of(corpus, options);
        var reason = "a new one was asked for";
        if (!rebuild)
        {
            (var stored, reason) = Read(corpus, header);
            if (stored is not null)
            {
                return new OpenedIndex(stored, IndexOrigin.Stored, Reason: null);
            }
        }

        if (Save(corpus, options, header, reason == Damaged, progress, cancellationToken) is not { } fault)
        {
            return new OpenedIndex(new LucenePassageIndex(corpus, header, FSDirectory.Open(directory), time), IndexOrigin.Built, reason);
        }

        return new OpenedIndex(Build(new RAMDirectory(), corpus, options, progress, cancellationToken), IndexOrigin.Memory, fault);
    }

    private (LucenePassageIndex? Index, string Reason) Read(Corpus corpus, IndexHeader header)
    {
        FSDirectory? files = null;
        LucenePassageIndex? index = null;
        try
        {
            files = FSDirectory.Open(directory);
            VerifyChecksums(files);
            index = new LucenePassageIndex(corpus, header, files, time);
            return (index, "");
        }
        catch (Exception e) when (Fault(e) is not null)
        {
            return (null, Fault(e)!);
        }
        finally
        {
            if (index is null)
            {
                files?.Dispose();
            }
        }
    }

    /// <summary>Why an index cannot be served, as the end of a sentence; null for what has nothing to do with it.</summary>
    private static string? Fault(Exception e) => e switch
    {
        StaleCommitException => e.Message,
        IndexNotFoundException or DirectoryNotFoundException => "there was none",
        IndexFormatTooOldException or IndexFormatTooNewException => "it has another format",
        CorruptIndexException or EndOfStreamException or FileNotFoundException => Damaged,
        IOException or UnauthorizedAccessException => "it could not be read: " + e.Message.TrimEnd('.'),
        _ => null,
    };

    /// <summary>Reads every file to its end and compares the checksum there: what passes can be opened without surprises.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    private static void VerifyChecksums(Directory files)
    {
        foreach (var name in files.ListAll().Where(name => name != IndexWriter.WRITE_LOCK_NAME && name != IndexFileNames.SEGMENTS_GEN))
        {
            using var input = files.OpenInput(name, IOContext.READ_ONCE);
            if (input.Length < CodecUtil.FooterLength())
            {
                throw new CorruptIndexException(name);
            }

            try
            {
                CodecUtil.ChecksumEntireFile(input);
            }
            catch (IOException e)
            {
                // Lucene.Net does not say in the type that it is the checksum.
                throw new CorruptIndexException(name, e);
            }
        }
    }

    /// <summary>Saves an index; returns why it could not be, or null.</summary>
    private string? Save(
        Corpus corpus, ChunkingOptions options, IndexHeader header, bool isDamaged, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            System.IO.Directory.CreateDirectory(directory);
            using var held = Hold();
            using var files = FSDirectory.Open(directory);
            if (isDamaged)
            {
                Clear(files);
            }

            Write(files, corpus, options, header, progress, cancellationToken);
            return null;
        }
        catch (LockObtainFailedException)
        {
            return "another process is writing it";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    /// <summary>Holds a lock file beside the directory: Lucene.Net's own lock was seen not to keep out another process on Linux.</summary>
    /// <exception cref="LockObtainFailedException">Another process holds it.</exception>
    private FileStream Hold()
    {
        try
        {
            return new FileStream(Path.TrimEndingDirectorySeparator(directory) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            throw new LockObtainFailedException(e.Message, e);
        }
    }

    /// <summary>Deletes what is there: a writer reads the commit before its own, and fails where that is damaged.</summary>
    private static void Clear(Directory files)
    {
        using var held = files.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!held.Obtain())
        {
            throw new LockObtainFailedException(IndexWriter.WRITE_LOCK_NAME);
        }

        foreach (var name in files.ListAll().Where(name => name != IndexWriter.WRITE_LOCK_NAME))
        {
            files.DeleteFile(name);
        }
    }

    private static void Write(
        Directory files, Corpus corpus, ChunkingOptions options, IndexHeader header, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var chain = new EnglishChain();
        var configuration = new IndexWriterConfig(PassageFields.Version, chain)
        {
            Similarity = LucenePassageIndex.Similarity,
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = BufferMegabytes,
            WriteLockTimeout = 0,

            // Merges neighbours only: a passage's number in Lucene is its ordinal.
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
        };
        using var writer = new IndexWriter(files, configuration);
        try
        {
            AddPassages(writer, corpus, options, progress, cancellationToken);
            writer.ForceMerge(1);
            writer.SetCommitData(CommitHeader.ToUserData(header));
            writer.Commit();
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

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
                progress?.Report((done + passage.Span.End) / (double)total);
            }

            done += document.Text.Length;
            progress?.Report(done / (double)total);
        }
    }
}
