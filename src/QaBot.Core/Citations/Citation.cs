using QaBot.Text;

namespace QaBot.Citations;

/// <summary>Points at the exact characters of a source that support a sentence of an answer.</summary>
/// <param name="Number">The number its markers in the answer have, from 1.</param>
/// <param name="Document">The document's name in the corpus.</param>
/// <param name="DocumentHash">The document's hash when it was cited: <c>sha256:…</c>.</param>
/// <param name="Passage">The id of a passage that holds the quote.</param>
/// <param name="Span">Half-open UTF-16 offsets of the quote in the document as stored.</param>
/// <param name="Quote">Exactly the characters of <paramref name="Span"/>.</param>
public sealed record Citation(int Number, string Document, string DocumentHash, string Passage, TextSpan Span, string Quote);
