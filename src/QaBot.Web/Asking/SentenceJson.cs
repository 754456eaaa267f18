using QaBot.Answering;

namespace QaBot.Web.Asking;

/// <summary>The event <c>sentence</c>: one that will be part of the answer.</summary>
/// <param name="Text">The sentence with its markers.</param>
/// <param name="Citations">The citations that its markers introduce.</param>
internal sealed record SentenceJson(string Text, IReadOnlyList<CitationJson> Citations);
