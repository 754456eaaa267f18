using System.Globalization;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>The fragment by which the page of <c>qabot serve</c> opens a document (its <c>links.js</c> reads it).</summary>
public static class PageFragment
{
    private const int HashDigits = 12;

    /// <summary>The fragment of a place, its <c>#</c> included.</summary>
    /// <param name="document">The document's name.</param>
    /// <param name="place">Half-open UTF-16 offsets of what is shown in it; null for its beginning.</param>
    public static string Of(string document, TextSpan? place) => "#doc=" + Uri.EscapeDataString(document)
        + (place is { } span ? string.Create(CultureInfo.InvariantCulture, $"&start={span.Start}&end={span.End}") : "");

    /// <summary>The fragment of a quote, with the beginning of its document's hash: the page says where the document has changed since.</summary>
    public static string Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return $"{Of(citation.Document, citation.Span)}&hash={ContentHash.Digits(citation.DocumentHash, HashDigits)}";
    }

    /// <summary>The address of a quote on the page.</summary>
    /// <param name="page">The page's address, with a slash at its end or without.</param>
    /// <param name="citation">The quote.</param>
    public static string Address(string page, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(page);
        return $"{page.TrimEnd('/')}/{Of(citation)}";
    }
}
