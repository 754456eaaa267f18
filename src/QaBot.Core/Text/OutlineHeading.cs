namespace QaBot.Text;

/// <summary>A heading of a document.</summary>
/// <param name="Level">How deep it stands, from 1: one more than the headings above it.</param>
/// <param name="Text">Its text, without marks.</param>
/// <param name="Span">Half-open UTF-16 offsets of its characters, marks included.</param>
public sealed record OutlineHeading(int Level, string Text, TextSpan Span);
