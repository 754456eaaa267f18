using System.Globalization;
using Microsoft.AspNetCore.Http;
using QaBot.Citations;
using QaBot.Text;
using QaBot.Web.Documents;

namespace QaBot.Web.Pages;

/// <summary>The documents as pages that work without scripts.</summary>
/// <param name="catalog">The documents.</param>
internal sealed class DocumentPages(DocumentCatalog catalog)
{
    /// <summary><c>GET /documents</c>: the documents there are.</summary>
    public PageHtml List()
    {
        var items = catalog.Documents.Select(document =>
            $"<li><a href=\"{Address(document)}\">{PageHtml.Encode(DocumentCatalog.TitleOf(document))}</a><span>{Facts(document)}</span></li>\n");
        return new PageHtml("Documents", ["<h1>Documents</h1>\n<ul class=\"shelf\">\n", .. items, "</ul>\n"]);
    }

    /// <summary><c>GET /documents/{name}</c>: a document with its outline, and with a quote marked where offsets are given.</summary>
    /// <param name="name">The document's name.</param>
    /// <param name="start">UTF-16 offset of the quote's first unit; left out with <paramref name="end"/> where nothing is marked.</param>
    /// <param name="end">UTF-16 offset behind its last unit.</param>
    public PageHtml Show(string name, string? start, string? end)
    {
        if (catalog.Find(name) is not { } document)
        {
            return Refuse(StatusCodes.Status404NotFound, "There is no such document.", "<a href=\"/documents\">Those there are</a>");
        }

        if (start is null && end is null)
        {
            return new PageHtml(DocumentCatalog.TitleOf(document), Body(document, null));
        }

        return Offset(start) is not { } first || Offset(end) is not { } last || DocumentCatalog.RangeFault(document, first, last) is not null || first == last
            ? Refuse(StatusCodes.Status400BadRequest, "The document has no such place.", $"<a href=\"{Address(document)}\">The whole document</a>")
            : new PageHtml(DocumentCatalog.TitleOf(document), Body(document, new TextSpan(first, last)));
    }

    private static IEnumerable<string> Body(Document document, TextSpan? quote)
    {
        var place = PageHtml.Encode(PageFragment.Of(document.Name, quote));

        // A heading or a line that the document begins with is not shown twice.
        yield return $"""
            <h1{(!document.BeginsWithTitle ? "" : " class=\"unseen\"")}>{PageHtml.Encode(DocumentCatalog.TitleOf(document))}</h1>
            <p class="facts">{Facts(document)}{(quote is null ? "" : " · <a href=\"#quote\">the quote</a>")} · <a href="/{place}">ask about it</a></p>

            """;
        if (document.Outline is { Count: > 0 } headings)
        {
            yield return "<details><summary>Outline</summary>\n<nav class=\"outline\" aria-label=\"Outline\"><ol>\n";
            yield return string.Concat(headings.Select(heading => string.Create(
                CultureInfo.InvariantCulture,
                $"<li class=\"level-{Math.Min(heading.Level, 6)}\"><a href=\"#at-{heading.Span.Start}\" data-start=\"{heading.Span.Start}\" data-end=\"{heading.Span.End}\">{PageHtml.Encode(heading.Text)}</a></li>\n")));
            yield return "</ol></nav></details>\n";
        }

        yield return $"<article data-document=\"{PageHtml.Encode(document.Name)}\" data-hash=\"{ContentHash.Digits(document.Hash)}\">";
        foreach (var part in new DocumentHtml(document, quote).Parts())
        {
            yield return part;
        }

        yield return "</article>\n";
    }

    private static PageHtml Refuse(int status, string sentence, string way) => new("Not found", [$"<h1>{sentence}</h1>\n<p>{way}</p>\n"], status);

    private static string Facts(Document document) =>
        string.Create(CultureInfo.InvariantCulture, $"{PageHtml.Encode(document.Name)} · {document.Text.Length:N0} characters");

    private static string Address(Document document) =>
        $"/documents/{string.Join('/', document.Name.Split('/').Select(Uri.EscapeDataString))}";

    private static int? Offset(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
}
