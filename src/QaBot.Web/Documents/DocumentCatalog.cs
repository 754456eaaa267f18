using QaBot.Text;

namespace QaBot.Web.Documents;

/// <summary>The documents by their names, as addresses have them, and what they are called. Names are looked up in the corpus, and never in a file system.</summary>
/// <param name="corpus">The documents.</param>
internal sealed class DocumentCatalog(Corpus corpus)
{
    /// <summary>The documents in ordinal order of their names.</summary>
    public IReadOnlyList<Document> Documents => corpus.Documents;

    /// <summary>The document of a name as it stands in a path, where a slash may be encoded; null where there is none.</summary>
    public Document? Find(string name) => corpus.Find(name) ?? corpus.Find(name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a document is called.</summary>
    public static string TitleOf(Document document) => document.About is { Length: > 0 } about ? about : document.Name;

    /// <summary>Why there is no such range in a document, or null.</summary>
    public static string? RangeFault(Document document, int start, int end) =>
        start < 0 || end < start || end > document.Text.Length ? $"There is no range {start}-{end}: the document has {document.Text.Length} UTF-16 units."
        : document.IsInsideCharacter(start) || document.IsInsideCharacter(end) ? $"The range {start}-{end} cuts a character in two: take in its other half."
        : null;
}
