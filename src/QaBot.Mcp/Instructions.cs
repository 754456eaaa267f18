using QaBot.Text;

namespace QaBot.Mcp;

/// <summary>What an assistant is told of the server: what the documents are about, and how they are asked.</summary>
internal static class Instructions
{
    private const int MostNamed = 12;

    private const string Use =
        """
        Ask with the tool ask, one self-contained question at a time, in English. Each sentence of an answer ends with the number of its citation, [1]; a citation has the exact words of
        the document and where they stand (UTF-16 offsets). Repeat the markers and quote the words as they are. The outcome "abstained" means that the documents do not say it: tell that, and
        add nothing from elsewhere. search lists passages by their words; read_source shows any place of a document, and what stands around a quote.
        """;

    /// <summary>The text for a corpus.</summary>
    /// <param name="corpus">The documents.</param>
    public static string Of(Corpus corpus)
    {
        var named = corpus.Documents.Take(MostNamed).Select(document => document.About is { Length: > 0 } about ? $"{document.Name} ({about})" : document.Name);
        var rest = corpus.Documents.Count - MostNamed;
        var count = corpus.Documents.Count == 1 ? "one document" : FormattableString.Invariant($"{corpus.Documents.Count} documents");
        var more = rest > 0 ? FormattableString.Invariant($", and {rest} more, which resources/list names") : "";
        return $"Answers questions from {count}: {string.Join(", ", named)}{more}. {Use.ReplaceLineEndings(" ")}";
    }
}
