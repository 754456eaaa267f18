using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>Keeps an index in a directory and builds it again whenever what is there cannot be served.</summary>
/// <remarks>
/// One file. It is written under another name, flushed to the disk and renamed, so that readers see the old one or the new one; a lock
/// file keeps a second process from writing at the same time. What cannot be saved is served from memory.
/// </remarks>
/// <param name="directory">The directory; created when the index is first saved.</param>
public sealed class IndexStore(string directory)
{
    /// <summary>The name of the index's file.</summary>
    public const string FileName = "passages.qbi";

    private const string LockName = "passages.lock";
    private const string TemporaryName = FileName + ".tmp";

    private readonly string _path = Path.Combine(directory, FileName);

    /// <summary>Serves the stored index when it fits the corpus and the options, else builds and stores one.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How they are cut into passages.</param>
    /// <param name="rebuild">Build even when the stored index would do.</param>
    /// <param name="progress">Told the share of the building that is done, 0 to 1; not told anything when nothing is built.</param>
    /// <param name="cancellationToken">Stops the building and leaves the stored index as it was.</param>
    public async Task<OpenedIndex> OpenAsync(
        Corpus corpus, ChunkingOptions options, bool rebuild = false, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        var reason = "a new one was asked for";
        if (!rebuild)
        {
            (var stored, reason) = await ReadAsync(corpus, options, cancellationToken).ConfigureAwait(false);
            if (stored is not null)
            {
                return new OpenedIndex(stored, IndexOrigin.Stored, Reason: null);
            }
        }

        var bytes = await Task.Run(() => PassageIndexWriter.Build(corpus, options, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        var index = PassageIndex.Trusted(corpus, bytes);
        var fault = await SaveAsync(bytes, cancellationToken).ConfigureAwait(false);
        return fault is null ? new OpenedIndex(index, IndexOrigin.Built, reason) : new OpenedIndex(index, IndexOrigin.Memory, fault);
    }

    private async Task<(PassageIndex? Index, string Reason)> ReadAsync(Corpus corpus, ChunkingOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await StoredFile.ReadAsync(_path, cancellationToken).ConfigureAwait(false);
            var index = PassageIndex.Read(corpus, IndexHeader.Of(corpus, options), bytes, out var fault);
            return (index, fault ?? "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "there was none");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, "it could not be read: " + e.Message.TrimEnd('.'));
        }
    }

    /// <summary>Saves an index; returns why it could not be, or null.</summary>
    private async Task<string?> SaveAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(directory, TemporaryName);
        var locked = false;
        try
        {
            Directory.CreateDirectory(directory);
            using var held = new FileStream(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            locked = true;
            File.Delete(temporary);
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
            return null;
        }
        catch (IOException e) when (!locked && File.Exists(Path.Combine(directory, LockName)) && IsSharing(e))
        {
            return "another process is writing it";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(temporary, locked);
            return e.Message.TrimEnd('.');
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG, a write beyond the limit on the size of files.
            Remove(temporary, locked);
            return "the index is larger than a file may be";
        }
        catch (OperationCanceledException)
        {
            Remove(temporary, locked);
            throw;
        }
    }

    /// <summary>A file that another process has locked: EWOULDBLOCK on Unix, a sharing violation on Windows.</summary>
    private static bool IsSharing(IOException e) => e.GetType() == typeof(IOException) && (e.HResult is 11 or 35 || (e.HResult & 0xFFFF) == 32);

    private static void Remove(string temporary, bool ours)
    {
        try
        {
            if (ours)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The directory has gone or is read-only now; the next build writes over the file.
        }
    }
}
