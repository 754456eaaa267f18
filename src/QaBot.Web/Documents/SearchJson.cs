namespace QaBot.Web.Documents;

/// <summary>What <c>GET /api/search</c> gives.</summary>
/// <param name="Results">The passages, best first.</param>
internal sealed record SearchJson(IReadOnlyList<SearchResultJson> Results);
