using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>A run of words with its score as a short answer.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Span">Its place in the document.</param>
/// <param name="Score">The linear score.</param>
/// <param name="Probability">Its share of all runs' likelihood (softmax), 0 to 1.</param>
/// <param name="IsFitting">False where the kind of answer has a form (a date, a name) and the sentence has nothing of it.</param>
internal sealed record RankedSpan(RankedSentence Sentence, TextSpan Span, double Score, double Probability, bool IsFitting);
