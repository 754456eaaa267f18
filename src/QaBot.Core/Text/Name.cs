namespace QaBot.Text;

/// <summary>A mention of a name in a text.</summary>
/// <param name="Span">Its UTF-16 offsets, without quotation marks and a possessive ending.</param>
/// <param name="Kind">What the words around it say it is.</param>
internal readonly record struct Name(TextSpan Span, NameKind Kind);
