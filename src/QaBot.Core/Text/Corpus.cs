using System.Text;

namespace QaBot.Text;

/// <summary>The documents that questions are answered from, in ordinal order of their names.</summary>
public sealed class Corpus
{
    private static readonly EnumerationOptions Recursively = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    private readonly Dictionary<string, Document> _byName;

    /// <summary>Creates a corpus of the given documents.</summary>
    /// <exception cref="ArgumentException">Two documents have the same name.</exception>
    public Corpus(IEnumerable<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Documents = [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        _byName = Documents.ToDictionary(d => d.Name, StringComparer.Ordinal);
        Hash = HashOf(Documents);
    }

    /// <summary>The documents, in ordinal order of their names.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>The files of the folder that could not be read, in ordinal order of their names.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; private init; } = [];

    /// <summary><c>sha256:</c> and the hash over every document's name and hash: it changes when any stored byte does.</summary>
    public string Hash { get; }

    /// <summary>The document of that name, or null.</summary>
    public Document? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a corpus: one file of any name, or the *.txt and *.md files of a folder and of those in it, but for hidden ones.</summary>
    /// <remarks>A file of a folder that cannot be read is left out; <see cref="Skipped"/> has it.</remarks>
    /// <exception cref="CorpusException">The path is missing, unreadable or has no text in it.</exception>
    public static async Task<Corpus> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (File.Exists(path))
        {
            var only = await ReadAsync(path, Path.GetFileName(path), cancellationToken).ConfigureAwait(false);
            return string.IsNullOrWhiteSpace(only.Text) ? throw Empty(path, "has no text") : new Corpus([only]);
        }

        var documents = new List<Document>();
        var failures = new List<(string Name, CorpusException Fault)>();
        foreach (var file in Files(path))
        {
            var name = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            try
            {
                documents.Add(await ReadAsync(file, name, cancellationToken).ConfigureAwait(false));
            }
            catch (CorpusException e)
            {
                failures.Add((name, e));
            }
        }

        if (documents.All(d => string.IsNullOrWhiteSpace(d.Text)))
        {
            throw failures is [var (_, first), ..] ? first : Empty(path, documents.Count == 0 ? "has no .txt or .md file" : "has no text");
        }

        return new Corpus(documents)
        {
            Skipped = [.. failures.OrderBy(failure => failure.Name, StringComparer.Ordinal).Select(failure => new SkippedFile(failure.Name, failure.Fault.Message, failure.Fault.Remedy))],
        };
    }

    /// <summary>Whether a document has some words in this very form, whatever their case, and no letter or digit touches them.</summary>
    internal bool Has(string words) => Documents.Any(document => HasWords(document.Text, words));

    private static bool HasWords(string text, string words)
    {
        for (var i = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(words, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = i + words.Length;
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<Document> ReadAsync(string file, string name, CancellationToken cancellationToken)
    {
        FileFormats.Check(name);
        try
        {
            return Document.FromBytes(name, await StoredFile.ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(name, e);
        }
    }

    private static List<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new CorpusException($"There is no corpus at {path}.", "Give a text file or a directory of them with --corpus.");
        }

        try
        {
            // Folders in it that may not be entered are left out, but it has to be one that may.
            _ = Directory.EnumerateFileSystemEntries(path).Any();
            return [.. Directory.EnumerateFiles(path, "*", Recursively).Where(FileFormats.IsDocument)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"The corpus {path}", e);
        }
    }

    private static CorpusException Unreadable(string what, Exception e) => new($"{what} cannot be read: {e.Message}", "Check the path and its permissions.", e);

    private static CorpusException Empty(string path, string what) =>
        new($"The corpus {path} {what}.", "Put at least one text file there, or give another with --corpus.");

    private static string HashOf(IReadOnlyList<Document> documents)
    {
        var lines = string.Concat(documents.Select(d => $"{d.Name}\n{d.Hash}\n"));
        return ContentHash.Of(Encoding.UTF8.GetBytes(lines));
    }
}
