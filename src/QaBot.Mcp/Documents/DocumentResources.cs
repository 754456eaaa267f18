using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using QaBot.Text;

namespace QaBot.Mcp.Documents;

/// <summary>The documents as resources: listed a hundred at a time, read whole or by ranges, long ones in pages.</summary>
/// <param name="corpus">The documents.</param>
internal sealed class DocumentResources(Corpus corpus)
{
    private const int PerList = 100;

    /// <summary>So many UTF-16 units come at once.</summary>
    private const int LongestPage = 50_000;

    /// <summary>The documents in order; the cursor is the number of the next one.</summary>
    public ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken)
    {
        var first = 0;
        if (request.Params?.Cursor is { } cursor && !(int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out first) && first < corpus.Documents.Count))
        {
            throw new McpProtocolException("The cursor is none that this server gave.", McpErrorCode.InvalidParams);
        }

        var next = first + PerList;
        return ValueTask.FromResult(new ListResourcesResult
        {
            Resources = [.. corpus.Documents.Skip(first).Take(PerList).Select(Describe)],
            NextCursor = next < corpus.Documents.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    /// <summary>The one template.</summary>
    public static ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListResourceTemplatesResult
        {
            ResourceTemplates =
            [
                new ResourceTemplate
                {
                    Name = "document",
                    Title = "A document, or a run of one",
                    UriTemplate = DocumentUri.Template,
                    Description = "The exact text from start to end (half-open UTF-16 offsets, as citations have them); without them from the beginning.",
                },
            ],
        });

    /// <summary>The text at an address; where it is a page, its <c>_meta</c> has the address of the next one.</summary>
    public ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        var uri = request.Params?.Uri ?? "";
        if (DocumentUri.Parse(uri) is not { } address || corpus.Find(address.Name) is not { } document)
        {
            throw new McpProtocolException($"There is no resource {uri}: resources/list has those there are.", McpErrorCode.ResourceNotFound);
        }

        var start = address.Start ?? 0;
        if (start > document.Text.Length || address.End <= start)
        {
            throw new McpProtocolException(
                string.Create(CultureInfo.InvariantCulture, $"{uri} is no part of {document.Name}, which has the offsets 0 to {document.Text.Length}."), McpErrorCode.InvalidParams);
        }

        var page = address.End is { } end && end - start <= LongestPage ? SourcePage.Of(document, start, end) : SourcePage.From(document, start, LongestPage);
        var isWhole = page.Span.Length == document.Text.Length;
        return ValueTask.FromResult(new ReadResourceResult
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = isWhole ? uri : DocumentUri.Of(page).ToString(),
                    MimeType = MimeType(document),
                    Text = page.Text,
                    Meta = isWhole ? null : new JsonObject { ["length"] = document.Text.Length, ["next"] = page.Next is { } next ? new DocumentUri(document.Name, next).ToString() : null },
                },
            ],
        });
    }

    private Resource Describe(Document document)
    {
        var (about, length) = (document.About, document.Text.Length);
        var pages = string.Create(CultureInfo.InvariantCulture, $"{length} UTF-16 units, read in pages of at most {LongestPage}: _meta.next has the address of the next one.");
        return new Resource
        {
            Name = document.Name,
            Title = about.Length == 0 ? null : about,
            Uri = new DocumentUri(document.Name).ToString(),
            MimeType = MimeType(document),
            Description = length > LongestPage ? pages : null,
            Size = Encoding.UTF8.GetByteCount(document.Text),
        };
    }

    private static string MimeType(Document document) => document.IsMarkdown ? "text/markdown" : "text/plain";
}
