using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>A run of words with its score as a short answer.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Span">Its place in the document.</param>
/// <param name="Score">The linear score.</param>
/// <param name="Probability">Its share of all runs' likelihood (softmax), 0 to 1.</param>
internal sealed record RankedSpan(RankedSentence Sentence, TextSpan Span, double Score, double Probability);
