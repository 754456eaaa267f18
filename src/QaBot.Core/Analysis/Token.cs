using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>One index term and the characters it was made from.</summary>
/// <param name="Term">The term as indexed: folded, lower case, stemmed.</param>
/// <param name="Span">The word's UTF-16 offsets in the analysed text.</param>
/// <param name="Position">The word's ordinal in the text; removed stop words leave a gap.</param>
public readonly record struct Token(string Term, TextSpan Span, int Position);
