namespace QaBot.Web.Documents;

/// <summary>A heading.</summary>
/// <param name="Level">How deep it stands, from 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
internal sealed record OutlineJson(int Level, string Text, int Start, int End);
