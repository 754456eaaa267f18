namespace QaBot.Answering.Ranking;

/// <summary>Ranks sentences by fitted weights, and by fitted trees for what weights cannot express.</summary>
internal sealed class SentenceRanker(double[] weights, RegressionTrees trees)
{
    /// <summary>Levels of the trees.</summary>
    public const int Depth = 4;

    private const string Resource = "Answering/Ranking/sentence-model.txt";
    private const string TreesResource = "Answering/Ranking/sentence-trees.txt";

    /// <summary>The ranker with the weights that the project ships.</summary>
    public static SentenceRanker Fitted => Shipped.Model;

    /// <summary>The candidates, best first; ties keep their order.</summary>
    public List<RankedSentence> Rank(QuestionProfile question, IReadOnlyList<Candidate> candidates)
    {
        var scored = candidates.Select(candidate =>
        {
            var features = SentenceFeatures.Compute(question, candidate);
            return (Candidate: candidate, Features: features, Score: Score(features));
        }).OrderByDescending(s => s.Score).ToList();
        var total = scored.Count == 0 ? 1 : scored.Sum(s => Math.Exp(s.Score - scored[0].Score));
        return scored.ConvertAll(s => new RankedSentence(s.Candidate, s.Features, s.Score, Math.Exp(s.Score - scored[0].Score) / total));
    }

    private double Score(float[] features) => LinearModel.Score(features, weights) + trees.Score(features);

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static SentenceRanker Model { get; } = new(ModelFile.Read(Resource, SentenceFeatures.Names), RegressionTrees.Read(TreesResource, Depth));
    }
}
