namespace QaBot.Web.Documents;

/// <summary>What <c>GET /api/documents</c> gives.</summary>
/// <param name="Documents">The documents in ordinal order of their names.</param>
internal sealed record DocumentListJson(IReadOnlyList<DocumentJson> Documents);
