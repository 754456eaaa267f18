namespace QaBot.Text;

/// <summary>Reads files that are expected to be ordinary ones.</summary>
internal static class StoredFile
{
    /// <summary>The bytes of a file; none of one without a length, which a pipe or a device has not: to open one may take for ever.</summary>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return new FileInfo(target).Length == 0 ? [] : await File.ReadAllBytesAsync(target, cancellationToken).ConfigureAwait(false);
    }
}
