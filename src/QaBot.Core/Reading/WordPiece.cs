namespace QaBot.Reading;

/// <summary>One piece of a word, as the reader's vocabulary has it.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Start">UTF-16 offset of its first unit in the text as it was given.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="IsWordStart">Whether a word begins here; only whole words are answers.</param>
internal readonly record struct WordPiece(int Id, int Start, int End, bool IsWordStart);
