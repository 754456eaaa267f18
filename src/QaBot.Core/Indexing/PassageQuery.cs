using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>What to rank passages by.</summary>
/// <param name="Terms">The terms; a passage needs to have one of them, and each adds its score.</param>
/// <param name="ContextWeight">Factor on the scores of the context field; 0 ranks by the text alone, as Lucene does.</param>
/// <param name="Zone">Only passages of this zone, or null for all.</param>
public sealed record PassageQuery(IReadOnlyList<QueryTerm> Terms, float ContextWeight = 0, Zone? Zone = null);
