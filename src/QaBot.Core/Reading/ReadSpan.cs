using QaBot.Text;

namespace QaBot.Reading;

/// <summary>Some words of a document that may answer.</summary>
/// <param name="Window">Where they were read.</param>
/// <param name="Span">Where they stand in the document.</param>
/// <param name="Score">How much more they answer than that the window does not answer at all, in logits: above 0 is an answer.</param>
/// <param name="Probability">The share that they have of the window's answers, "no answer here" among them; 0 to 1.</param>
internal sealed record ReadSpan(ReadingWindow Window, TextSpan Span, double Score, double Probability);
