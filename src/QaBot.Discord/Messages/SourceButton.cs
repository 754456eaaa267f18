using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Discord.Messages;

/// <summary>What a button that opens the source carries in its custom_id: all it takes to find the place, in any process.</summary>
/// <param name="Tag">Tells the button from the others of its message: a citation's number, or ◀ and ▶.</param>
/// <param name="Document">The document's name, or <c>~</c> and a part of the name's hash where the name is too long.</param>
/// <param name="Version">The first digits of the document's hash.</param>
/// <param name="Span">The quote.</param>
/// <param name="View">What is shown: the quote in its passage, or the text up to or from an offset.</param>
internal sealed record SourceButton(string Tag, string Document, string Version, TextSpan Span, SourceView View)
{
    private const string Prefix = "s";
    private const char Separator = ':';
    private const int VersionDigits = 12;
    private const int NameDigits = 16;

    /// <summary>The button of a citation.</summary>
    public static SourceButton Of(Citation citation) =>
        new(citation.Number.ToString(CultureInfo.InvariantCulture), citation.Document, VersionOf(citation.DocumentHash), citation.Span, SourceView.Passage);

    /// <summary>A button of a place.</summary>
    public static SourceButton Of(string tag, Document document, TextSpan span, SourceView view) =>
        new(tag, document.Name, VersionOf(document.Hash), span, view);

    /// <summary>The document it is about, or null where there is none; it may be another version of it.</summary>
    public Document? Find(Corpus corpus) => Document.StartsWith('~')
        ? corpus.Documents.FirstOrDefault(document => Hashed(document.Name) == Document)
        : corpus.Find(Document);

    /// <summary>Whether a document is the one that was cited, unchanged.</summary>
    public bool IsOf(Document document) => VersionOf(document.Hash) == Version && Span.End <= document.Text.Length;

    /// <summary>The custom_id, at most 100 UTF-16 units.</summary>
    public string ToCustomId()
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{Tag}:{Span.Start}:{Span.Length}:{View}:{Version}:");
        var name = Document.StartsWith('~') || start.Length + Document.Length > Button.LongestCustomId ? Hashed(Document) : Document;
        return start + name;
    }

    /// <summary>Reads a custom_id; null where it is none of these.</summary>
    public static SourceButton? Parse(string customId)
    {
        var parts = customId.Split(Separator, 7);
        return parts is [Prefix, var tag, var start, var length, var view, var version, var name] && name.Length > 0
            && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= int.MaxValue - from
            && SourceView.Parse(view) is { } shown
            ? new SourceButton(tag, name, version, new TextSpan(from, from + count), shown)
            : null;
    }

    private static string VersionOf(string hash) => ContentHash.Digits(hash, VersionDigits);

    private static string Hashed(string name) => "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..NameDigits];
}
