namespace QaBot.Web.Documents;

/// <summary>What <c>GET /api/examples</c> gives.</summary>
/// <param name="Questions">Questions that the documents surely answer.</param>
internal sealed record ExamplesJson(IReadOnlyList<string> Questions);
