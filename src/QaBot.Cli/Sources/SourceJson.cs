namespace QaBot.Cli.Sources;

/// <summary>What <c>source --json</c> prints.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="DocumentHash">Its hash.</param>
/// <param name="Passage">The passage that the quote is in, or null.</param>
/// <param name="Start">UTF-16 offset of the quote's first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Quote">Exactly the text between them.</param>
/// <param name="Before">The text right before it.</param>
/// <param name="After">The text right after it.</param>
internal sealed record SourceJson(
    string Document, string DocumentHash, string? Passage, int Start, int End, string Quote, string Before, string After);
