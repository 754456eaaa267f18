using QaBot.Answering.Candidates;

namespace QaBot.Training.Fitting;

/// <summary>A question of an article with the candidates that were read for it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Row">The question.</param>
/// <param name="Asked">Its words.</param>
/// <param name="Candidates">The candidates.</param>
/// <param name="Gains">For each candidate how right it is: the token F1 of its words, where its sentence is evidence; 0 to 1.</param>
/// <param name="IsEvidenceRead">Whether a window that was read covers evidence.</param>
/// <param name="Known">The terms of all windows.</param>
internal sealed record ReadQuestion(
    Article Article, BenchmarkQuestion Row, AskedWords Asked, IReadOnlyList<AnswerCandidate> Candidates, float[] Gains, bool IsEvidenceRead, IReadOnlySet<string> Known)
{
    /// <summary>The places of the evidence in the article.</summary>
    public required List<(Text.Document Document, Text.TextSpan Span)> Evidence { get; init; }

    /// <summary>Whether a candidate's sentence is evidence.</summary>
    public bool IsCovered(AnswerCandidate candidate) => Fitting.Article.Covers(candidate.Passage.Document, candidate.Sentence, Evidence);
}
