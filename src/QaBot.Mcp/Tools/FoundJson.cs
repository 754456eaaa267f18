using QaBot.Indexing;

namespace QaBot.Mcp.Tools;

/// <summary>What <c>search</c> gives.</summary>
/// <param name="Query">What was searched for.</param>
/// <param name="Passages">The passages, best first.</param>
internal sealed record FoundJson(string Query, IReadOnlyList<PassageJson> Passages);
