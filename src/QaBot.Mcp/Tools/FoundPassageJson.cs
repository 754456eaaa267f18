namespace QaBot.Mcp.Tools;

/// <summary>A passage within a <see cref="FoundJson"/>.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Score">The sum of the terms' scores.</param>
/// <param name="Passage">The passage's id.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Zone"><c>body</c> or <c>references</c>.</param>
/// <param name="Text">Exactly the text between them.</param>
internal sealed record FoundPassageJson(int Rank, float Score, string Passage, string Document, int Start, int End, string Zone, string Text);
