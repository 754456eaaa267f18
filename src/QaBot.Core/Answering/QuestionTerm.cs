namespace QaBot.Answering;

/// <summary>A word of a question that is searched for.</summary>
/// <param name="Term">The term as analysed.</param>
/// <param name="Word">The word as written.</param>
/// <param name="IsName">Whether it is written like a name: with a capital inside the question, or with a digit.</param>
public sealed record QuestionTerm(string Term, string Word, bool IsName);
