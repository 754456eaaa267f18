using Lucene.Net.Store;
using QaBot.Chunking;
using QaBot.Text;
using IODirectory = System.IO.Directory;

namespace QaBot.Indexing;

/// <summary>Keeps an index in a directory and builds it again whenever what is there cannot be served.</summary>
/// <remarks>
/// A lock file lets one writer in at a time; the commit is atomic, so that readers see the old index or the new one. What cannot be saved is served from memory.
/// </remarks>
/// <param name="directory">The directory; created when the index is first saved.</param>
public sealed class IndexStore(string directory)
{
    /// <summary>The folder of Lucene's files in the directory.</summary>
    public const string FolderName = "lucene";

    /// <summary>The file that a writer holds. Lucene.Net's own lock was seen not to keep out another process on Linux.</summary>
    internal const string LockName = "lucene.lock";

    private readonly string _folder = Path.Combine(directory, FolderName);

    /// <summary>Serves the stored index when it fits the corpus and the options, else builds and stores one.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    /// <param name="rebuild">Build even when the stored index would do.</param>
    /// <param name="progress">Told the share of the building that is done, 0 to 1; not told anything when nothing is built.</param>
    /// <param name="cancellationToken">Stops the building and leaves the stored index as it was.</param>
    public Task<OpenedIndex> OpenAsync(
        Corpus corpus, ChunkingOptions options, bool rebuild = false, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);

        // Lucene.Net reads and writes synchronously.
        return Task.Run(() => Open(corpus, options, rebuild, progress, cancellationToken), cancellationToken);
    }

    /// <summary>The bytes that the index takes on disk; 0 where there is none.</summary>
    public long Size() => IODirectory.Exists(_folder) ? new DirectoryInfo(_folder).EnumerateFiles().Sum(file => file.Length) : 0;

    private OpenedIndex Open(Corpus corpus, ChunkingOptions options, bool rebuild, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (stored, reason) = rebuild ? (null, "a new one was asked for") : Read(corpus, options);
        if (stored is not null)
        {
            return new OpenedIndex(stored, IndexOrigin.Stored, Reason: null);
        }

        var (fault, kept) = Save(corpus, options, reason, progress, cancellationToken);
        if (fault is not null)
        {
            return new OpenedIndex(PassageIndex.Build(corpus, options, progress, cancellationToken), IndexOrigin.Memory, fault);
        }

        var (built, unreadable) = Read(corpus, options);
        return built is null
            ? new OpenedIndex(PassageIndex.Build(corpus, options, progress, cancellationToken), IndexOrigin.Memory, unreadable)
            : new OpenedIndex(built, IndexOrigin.Built, reason, kept);
    }

    private (PassageIndex? Index, string Reason) Read(Corpus corpus, ChunkingOptions options)
    {
        if (!IODirectory.Exists(_folder))
        {
            return (null, "there was none");
        }

        FSDirectory? files = null;
        PassageIndex? index = null;
        try
        {
            files = FSDirectory.Open(_folder);
            var fault = IndexFiles.FaultOf(files, IndexHeader.Of(corpus, options));
            index = fault is null ? new PassageIndex(corpus, files) : null;
            return (index, fault ?? "");
        }
        catch (Exception e) when (IndexFiles.ReasonOf(e) is not null)
        {
            return (null, IndexFiles.ReasonOf(e)!);
        }
        finally
        {
            if (index is null)
            {
                files?.Dispose();
            }
        }
    }

    /// <summary>Saves an index.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    /// <param name="reason">Why the stored one does not do.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellationToken">Stops the building.</param>
    /// <returns>Why it could not be saved, or null; how many passages were taken over.</returns>
    private (string? Fault, int Kept) Save(Corpus corpus, ChunkingOptions options, string reason, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(directory))
        {
            return ("it is a file", 0);
        }

        try
        {
            IODirectory.CreateDirectory(_folder);
            using var held = Hold();
            if (held is null)
            {
                return ("another process is writing it", 0);
            }

            using var files = FSDirectory.Open(_folder);
            if (IndexFiles.IsUnreadable(reason))
            {
                IndexFiles.Clear(files);
            }

            using var stored = reason == IndexHeader.OtherCorpus ? new StoredPassages(files) : null;
            return (null, PassageIndexWriter.Write(files, corpus, options, stored, progress, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (e.Message.TrimEnd('.'), 0);
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG, a write beyond the limit on the size of files.
            return ("the index is larger than a file may be", 0);
        }
    }

    /// <summary>Holds the lock file, or returns null where another process does.</summary>
    private FileStream? Hold()
    {
        try
        {
            return new FileStream(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsSharing(e))
        {
            return null;
        }
    }

    /// <summary>A file that another process has locked: EWOULDBLOCK on Unix, a sharing violation on Windows.</summary>
    private static bool IsSharing(IOException e) => e.GetType() == typeof(IOException) && (e.HResult is 11 or 35 || (e.HResult & 0xFFFF) == 32);
}
