using System.Security.Cryptography;
using System.Text;

namespace QaBot.Text;

/// <summary>The documents that questions are answered from, in ordinal order of their names.</summary>
public sealed class Corpus
{
    private static readonly string[] Extensions = [".txt", ".md"];
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

    /// <summary><c>sha256:</c> and the hash over every document's name and hash: it changes when any stored byte does.</summary>
    public string Hash { get; }

    /// <summary>The document of that name, or null.</summary>
    public Document? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a corpus: one file of any name, or the *.txt and *.md files right in a directory.</summary>
    /// <exception cref="CorpusException">The path is missing, unreadable or has no text in it.</exception>
    public static async Task<Corpus> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var documents = new List<Document>();
        try
        {
            foreach (var file in Files(path))
            {
                var bytes = await StoredFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
                documents.Add(Document.FromBytes(Path.GetFileName(file), bytes));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The corpus {path} cannot be read: {e.Message}", "Check the path and its permissions.", e);
        }

        if (documents.All(d => string.IsNullOrWhiteSpace(d.Text)))
        {
            var what = documents.Count == 0 ? "has no .txt or .md file" : "has no text";
            throw new CorpusException($"The corpus {path} {what}.", "Put at least one text file there, or give another with --corpus.");
        }

        return new Corpus(documents);
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new CorpusException($"There is no corpus at {path}.", "Give a text file or a directory of them with --corpus.");
        }

        return Directory.EnumerateFiles(path).Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));
    }

    private static string HashOf(IReadOnlyList<Document> documents)
    {
        var lines = string.Concat(documents.Select(d => $"{d.Name}\n{d.Hash}\n"));
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }
}
