using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using QaBot.Mcp.Documents;
using QaBot.Text;

namespace QaBot.Mcp.Tools;

/// <summary>Shows a place of a document.</summary>
internal sealed class ReadSourceTool(QuestionAnswerer answerer, Corpus corpus) : CorpusTool(
    "read_source",
    "Read a document",
    """
    Shows the exact text of a document: around a passage (its id from ask or search), from start to end (the UTF-16 offsets of a citation, or wider), or from its beginning. Take it to see what
    stands before and after a quote, or to read on. At most 20000 units come at once; "next" is the start of what follows, null at the document's end.
    """)
{
    private const int Page = 8_000;
    private const int LongestPage = 20_000;
    private const int Surroundings = 1_000;
    private const int MostNamed = 10;

    /// <inheritdoc/>
    protected override Task<CallToolResult> CallAsync(ToolInput input, CallProgress progress, CancellationToken cancellationToken)
    {
        var (name, id) = (input.OptionalText("document"), input.OptionalText("passage"));
        var (start, end) = (input.OptionalNumber("start", 0, int.MaxValue), input.OptionalNumber("end", 1, int.MaxValue));
        var page = id is null ? Range(Find(name), start ?? 0, end) : start is null && end is null ? Around(id, name)
            : throw new ToolInputException("Give “passage”, or “start” and “end”, not both.");
        return Task.FromResult(page);
    }

    private static CallToolResult Range(Document document, int start, int? end)
    {
        if (start >= document.Text.Length && document.Text.Length > 0)
        {
            throw new ToolInputException(string.Create(CultureInfo.InvariantCulture, $"“start” must be less than {document.Text.Length}, where {document.Name} ends."));
        }

        if (end <= start)
        {
            throw new ToolInputException("“end” must be greater than “start”.");
        }

        return Show(end is { } last && last - start <= LongestPage ? SourcePage.Of(document, start, last) : SourcePage.From(document, start, end is null ? Page : LongestPage), passage: null);
    }

    private CallToolResult Around(string id, string? name)
    {
        if (answerer.Find(id) is not { } passage || (name is not null && name != passage.Document.Name))
        {
            throw new ToolInputException($"There is no passage “{id}”{(name is null ? "" : $" in {name}")}: ask and search give the ids.");
        }

        var page = SourcePage.Of(passage.Document, Math.Max(0, passage.Span.Start - Surroundings), passage.Span.End + Surroundings);
        return Show(page, new PagePassageJson(passage.Id, passage.Span.Start, passage.Span.End));
    }

    private Document Find(string? name)
    {
        if (name is null)
        {
            return corpus.Documents.Count == 1 ? corpus.Documents[0] : throw new ToolInputException($"read_source needs “document”: {Names()}.");
        }

        return corpus.Find(name) ?? throw new ToolInputException($"There is no document “{name}”: {Names()}.");
    }

    private string Names()
    {
        var rest = corpus.Documents.Count - MostNamed;
        var more = rest > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {rest} more") : "";
        return $"there is {string.Join(", ", corpus.Documents.Take(MostNamed).Select(document => document.Name))}{more}";
    }

    private static CallToolResult Show(SourcePage page, PagePassageJson? passage)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{page.Document.Name}:{page.Span} of {page.Document.Text.Length}");
        var foot = page.Next is { } next ? string.Create(CultureInfo.InvariantCulture, $"\n\n(It goes on: start {next}.)") : "";
        return Result($"{head}\n\n{page.Text}{foot}", JsonSerializer.SerializeToElement(PageJson.Of(page, passage), ToolJsonContext.Default.PageJson));
    }
}
