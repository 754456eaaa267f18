namespace QaBot.Answering.Ranking;

/// <summary>Ranks the runs of words of the best sentences as short answers, by fitted weights.</summary>
internal sealed class SpanRanker(float[] weights)
{
    /// <summary>The best sentences that are read for a short answer.</summary>
    public const int Sentences = 3;

    /// <summary>How much the likelihood of the run counts against that of its sentence in choosing the sentence.</summary>
    private const double SpanShare = 0.3;

    private const string Resource = "Answering/Ranking/span-model.bin";

    /// <summary>The ranker with the weights that the project ships.</summary>
    public static SpanRanker Fitted { get; } = new(ModelFile.ReadHashed(Resource, SpanFeatures.Size));

    /// <summary>The best run: the product of the likelihoods of its sentence and of the run in it; null where the sentences have none.</summary>
    public RankedSpan? Best(QuestionProfile profile, IReadOnlyList<RankedSentence> ranked)
    {
        var question = new SpanQuestion(profile);
        return ranked.Take(Sentences).Select(sentence => Best(question, sentence)).OfType<RankedSpan>()
            .MaxBy(span => span.Sentence.Probability * Math.Pow(span.Probability, SpanShare));
    }

    private RankedSpan? Best(SpanQuestion question, RankedSentence ranked)
    {
        var sentence = new SpanSentence(question, ranked.Candidate.Sentence);
        var runs = sentence.Words.Runs;
        var scores = new double[runs.Count];
        var on = new List<int>();
        Span<float> dense = stackalloc float[SpanFeatures.Dense];
        var best = -1;
        for (var run = 0; run < scores.Length; run++)
        {
            SpanFeatures.Compute(question, sentence, run, on, dense);
            scores[run] = Score(on, dense);
            best = best < 0 || scores[run] > scores[best] ? run : best;
        }

        return best < 0 ? null : new RankedSpan(ranked, runs[best].Span, scores[best], 1 / scores.Sum(s => Math.Exp(s - scores[best])));
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
