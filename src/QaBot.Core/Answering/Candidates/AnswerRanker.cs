
namespace QaBot.Answering.Candidates;

/// <summary>Orders candidates by a linear model over their features.</summary>
/// <param name="weights">A weight for each of <see cref="CandidateFeatures.Names"/>.</param>
internal sealed class AnswerRanker(double[] weights)
{
    private const string File = "Answering/Candidates/answer-model.txt";

    /// <summary>The ranker with the weights that the project ships.</summary>
    public static AnswerRanker Fitted => Shipped.Ranker;

    /// <summary>The candidates with their scores, best first.</summary>
    public List<AnswerCandidate> Rank(IEnumerable<AnswerCandidate> candidates) =>
        [.. candidates.Select(c => c with { Score = LinearModel.Score(c.Features, weights) }).OrderByDescending(c => c.Score).ThenBy(c => c.Sentence.Start)];

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static AnswerRanker Ranker { get; } = new(ModelFile.Read(File, CandidateFeatures.Names));
    }
}
