using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using QaBot.Indexing;

namespace QaBot.Mcp.Tools;

/// <summary>Ranks passages.</summary>
internal sealed class SearchTool(QuestionAnswerer answerer) : CorpusTool(
    "search",
    "Search the documents",
    """
    Ranks the passages of the documents for some words or a question, best first (BM25, misspelt words repaired). Take it to look around, to compare several places, or after ask has abstained;
    for the answer to a question take ask. Each passage comes with its exact text, its document and UTF-16 offsets, and its id, which read_source takes.
    """)
{
    private const int DefaultLimit = 5;
    private const int HighestLimit = 50;

    /// <inheritdoc/>
    protected override Task<CallToolResult> CallAsync(ToolInput input, CallProgress progress, CancellationToken cancellationToken)
    {
        var (query, limit) = (input.Text("query"), input.OptionalNumber("limit", 1, HighestLimit) ?? DefaultLimit);
        if (answerer.Refusal(query) is { } refusal)
        {
            throw new ToolInputException(refusal);
        }

        var found = new FoundJson(query, [.. answerer.Search(query, limit).Hits.Select((hit, index) => PassageJson.Of(hit.Passage, index + 1, hit.Score))]);
        return Task.FromResult(Result(Text(found), JsonSerializer.SerializeToElement(found, ToolJsonContext.Default.FoundJson)));
    }

    private static string Text(FoundJson found) => found.Passages.Count == 0
        ? "No passage has any of these words: try others."
        : string.Join("\n\n", found.Passages.Select(passage =>
            string.Create(CultureInfo.InvariantCulture, $"{passage.Rank}. {passage.Passage} · {passage.Document}:{passage.Start}-{passage.End} · score {passage.Score:F2}\n{passage.Text}")));
}
