using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using QaBot.Text;
using QaBot.Web.Faults;

namespace QaBot.Web.Documents;

/// <summary>The documents and what is found in them.</summary>
/// <param name="answerer">What searches.</param>
/// <param name="catalog">The documents.</param>
internal sealed class DocumentEndpoints(QuestionAnswerer answerer, DocumentCatalog catalog)
{
    private const int MostResults = 100;

    /// <summary>The documents there are.</summary>
    public DocumentListJson List() => new([.. catalog.Documents.Select(Describe)]);

    /// <summary>A document, its headings, and the text of a range of it.</summary>
    /// <param name="name">The document's name.</param>
    /// <param name="start">UTF-16 offset of the first unit of the text that is wanted; left out for 0.</param>
    /// <param name="end">UTF-16 offset behind its last unit; left out for the document's length. Without either there is no text.</param>
    public IResult Show(string name, int? start, int? end)
    {
        if (catalog.Find(name) is not { } document)
        {
            return NotThere();
        }

        var shown = Describe(document) with { Outline = [.. document.Outline.Select(heading => new OutlineJson(heading.Level, heading.Text, heading.Span.Start, heading.Span.End))] };
        if (start is null && end is null)
        {
            return TypedResults.Ok(shown);
        }

        var (first, last) = (start ?? 0, end ?? document.Text.Length);
        return DocumentCatalog.RangeFault(document, first, last) is { } fault
            ? Problem.Of(StatusCodes.Status400BadRequest, fault)
            : TypedResults.Ok(shown with { Text = document.Text[first..last] });
    }

    /// <summary>The whole text of a document in UTF-8, of which HTTP's ranges take bytes.</summary>
    public IResult Text(string name) => catalog.Find(name) is not { } document ? NotThere() : TypedResults.File(
        Encoding.UTF8.GetBytes(document.Text),
        "text/plain; charset=utf-8",
        enableRangeProcessing: true,
        entityTag: new EntityTagHeaderValue($"\"{ContentHash.Digits(document.Hash)}\""));

    /// <summary>The passages that a question is answered from, or that have some words, best first.</summary>
    /// <param name="q">A question, or some words.</param>
    /// <param name="count">At most so many passages, 1 to 100. Default 10.</param>
    public IResult Search(string? q, int? count)
    {
        if (answerer.Refusal(q ?? "") is { } refusal)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal);
        }

        if (count is < 1 or > MostResults)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, $"There cannot be {count} results: ask for 1 to {MostResults}.");
        }

        return TypedResults.Ok(new SearchJson([.. answerer.Search(q!, count ?? 10).Hits.Select(hit => new SearchResultJson(
            hit.Passage.Id, hit.Passage.Document.Name, DocumentCatalog.TitleOf(hit.Passage.Document), hit.Passage.Span.Start, hit.Passage.Span.End, hit.Score, hit.Passage.Text))]));
    }

    /// <summary>Questions that the documents surely answer.</summary>
    public async Task<ExamplesJson> ExamplesAsync(CancellationToken cancellationToken) => new(await answerer.ExamplesAsync(cancellationToken).ConfigureAwait(false));

    private static DocumentJson Describe(Document document) => new(document.Name, DocumentCatalog.TitleOf(document), document.Hash, document.Text.Length);

    private static ProblemHttpResult NotThere() => Problem.Of(StatusCodes.Status404NotFound, "There is no such document: /api/documents lists those there are.");
}
