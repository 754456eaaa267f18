using QaBot.Chunking;
using QaBot.Reading;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Words that may be the short answer, with the sentence that would be cited for them.</summary>
/// <param name="Read">What the reader said of them.</param>
/// <param name="Sentence">The sentence they stand in.</param>
/// <param name="Passage">The passage it was retrieved with.</param>
/// <param name="Features">What the ranking weighs, in the order of <see cref="CandidateFeatures.Names"/>.</param>
internal sealed record AnswerCandidate(ReadSpan Read, TextSpan Sentence, Passage Passage, float[] Features)
{
    /// <summary>How well it answers; set by the ranking.</summary>
    public double Score { get; init; }

    /// <summary>The words as the source has them.</summary>
    public string Text => Passage.Document.Slice(Read.Span);

    /// <summary>The sentence as the source has it.</summary>
    public string SentenceText => Passage.Document.Slice(Sentence);
}
