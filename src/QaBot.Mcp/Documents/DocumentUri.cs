using System.Globalization;

namespace QaBot.Mcp.Documents;

/// <summary>The address of a document or of a run of one: <c>qabot://corpus/folder/name.txt?start=0&amp;end=100</c>.</summary>
/// <param name="Name">The document's name in the corpus.</param>
/// <param name="Start">UTF-16 offset of the first unit, or null for the beginning.</param>
/// <param name="End">UTF-16 offset behind the last unit, or null for as much as comes at once.</param>
internal sealed record DocumentUri(string Name, int? Start = null, int? End = null)
{
    /// <summary>The template of all of them (RFC 6570).</summary>
    public const string Template = Root + "{+document}{?start,end}";

    private const string Root = "qabot://corpus/";

    /// <summary>Reads an address; null where it is none.</summary>
    public static DocumentUri? Parse(string? uri)
    {
        if (uri?.StartsWith(Root, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var parts = uri[Root.Length..].Split('?', 2);
        var parsed = new DocumentUri(Uri.UnescapeDataString(parts[0]));
        foreach (var pair in parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (pair[..at], pair[(at + 1)..]) : (pair, "");
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || key is not ("start" or "end"))
            {
                return null;
            }

            parsed = key == "start" ? parsed with { Start = offset } : parsed with { End = offset };
        }

        return parsed;
    }

    /// <summary>The address of a page.</summary>
    public static DocumentUri Of(SourcePage page) => new(page.Document.Name, page.Span.Start, page.Span.End);

    /// <inheritdoc/>
    public override string ToString()
    {
        var path = string.Join('/', Name.Split('/').Select(Uri.EscapeDataString));
        string[] query = [.. Query("start", Start), .. Query("end", End)];
        return Root + path + (query.Length == 0 ? "" : "?" + string.Join('&', query));
    }

    private static string[] Query(string key, int? offset) => offset is { } value ? [string.Create(CultureInfo.InvariantCulture, $"{key}={value}")] : [];
}
