namespace QaBot.Answering.Ranking;

/// <summary>Ranks the runs of words of the best sentences as short answers, by fitted weights.</summary>
internal sealed class SpanRanker(float[] weights)
{
    /// <summary>The best sentences that are read for a short answer.</summary>
    public const int Sentences = 3;

    private const string Resource = "Answering/Ranking/span-model.txt";

    /// <summary>The ranker with the weights that the project ships.</summary>
    public static SpanRanker Fitted { get; } = new(ModelFile.ReadHashed(Resource, SpanFeatures.Size));

    /// <summary>The best run, or null where the sentences have none.</summary>
    public RankedSpan? Best(QuestionProfile profile, IReadOnlyList<RankedSentence> ranked)
    {
        var question = new SpanQuestion(profile);
        (RankedSentence? Sentence, int Run, double Score) best = (null, 0, double.NegativeInfinity);
        var scores = new List<double>();
        var on = new List<int>();
        Span<float> dense = stackalloc float[SpanFeatures.Dense];
        for (var rank = 0; rank < Math.Min(Sentences, ranked.Count); rank++)
        {
            var sentence = new SpanSentence(question, ranked[rank].Candidate.Sentence);
            for (var run = 0; run < sentence.Words.Runs.Count; run++)
            {
                SpanFeatures.Compute(question, sentence, run, ranked[rank].Score - ranked[0].Score, rank, on, dense);
                var score = Score(on, dense);
                scores.Add(score);
                best = score > best.Score ? (ranked[rank], run, score) : best;
            }
        }

        if (best.Sentence is null)
        {
            return null;
        }

        var probability = 1 / scores.Sum(s => Math.Exp(s - best.Score));
        return new RankedSpan(best.Sentence, best.Sentence.Candidate.Sentence.Words.Runs[best.Run].Span, best.Score, probability);
    }

    private double Score(List<int> on, ReadOnlySpan<float> dense)
    {
        var sum = 0.0;
        foreach (var place in on)
        {
            sum += weights[place];
        }

        for (var i = 0; i < dense.Length; i++)
        {
            sum += weights[i] * dense[i];
        }

        return sum;
    }
}
