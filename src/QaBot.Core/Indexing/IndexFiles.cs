using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Indexing;

/// <summary>Whether the files of the last commit can be served.</summary>
internal static class IndexFiles
{
    private const string Damaged = "it is damaged";
    private const string OtherFormat = "it has another format";

    /// <summary>Why the last commit cannot be served, as the end of a sentence, or null.</summary>
    /// <remarks>Reads every file of it to its end and compares the checksum there: what passes is opened without surprises.</remarks>
    /// <exception cref="IOException">It is damaged, or cannot be read; <see cref="ReasonOf"/> says which.</exception>
    public static string? FaultOf(Directory files, IndexHeader header)
    {
        // First what Lucene.Net would take at its word.
        foreach (var name in files.ListAll().Where(name => name.EndsWith(".si", StringComparison.Ordinal) || name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal)))
        {
            Check(files, name);
        }

        var commit = new SegmentInfos();
        commit.Read(files);
        if (header.FaultOf(commit) is { } fault)
        {
            return fault;
        }

        foreach (var name in commit.GetFiles(files, includeSegmentsFile: false))
        {
            Check(files, name);
        }

        return null;
    }

    /// <summary>What an exception says of an index, as the end of a sentence; null for what has nothing to do with it.</summary>
    public static string? ReasonOf(Exception e) => e switch
    {
        IndexNotFoundException or DirectoryNotFoundException => "there was none",
        IndexFormatTooOldException or IndexFormatTooNewException => OtherFormat,
        UnauthorizedAccessException => "it could not be read: " + e.Message.TrimEnd('.'),

        // Lucene.Net does not say in the type that it is a checksum.
        IOException => Damaged,
        _ => null,
    };

    /// <summary>Whether a writer would fail over what is there for this reason.</summary>
    public static bool IsUnreadable(string reason) => reason is Damaged or OtherFormat;

    /// <summary>Deletes Lucene's files: a writer reads the commit before its own.</summary>
    public static void Clear(Directory files)
    {
        foreach (var name in files.ListAll().Where(name => name.StartsWith('_') || name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)))
        {
            files.DeleteFile(name);
        }
    }

    private static void Check(Directory files, string name)
    {
        using var input = files.OpenInput(name, IOContext.READ_ONCE);
        if (input.Length < CodecUtil.FooterLength())
        {
            throw new CorruptIndexException(name);
        }

        CodecUtil.ChecksumEntireFile(input);
    }
}
