using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>The features of one run: the places that are on, and the dense values.</summary>
internal sealed record SpanVector(int[] On, float[] Dense);

/// <summary>The runs of one question's evidence sentence, of which some are the answer.</summary>
internal sealed record SpanGroup(SpanVector[] Vectors, float[] Gains)
{
    /// <summary>The runs of a question's evidence sentence. Null when it was not found or no run is near the answer.</summary>
    public static SpanGroup? Of(Reading reading)
    {
        if (reading.Candidates.Find(reading.IsEvidence) is not { } evidence)
        {
            return null;
        }

        var question = new SpanQuestion(reading.Profile);
        var sentence = new SpanSentence(question, evidence.Sentence);
        var count = sentence.Words.Runs.Count;
        var (vectors, exact, near) = (new SpanVector[count], new float[count], new float[count]);
        var on = new List<int>();
        Span<float> dense = stackalloc float[SpanFeatures.Dense];
        for (var run = 0; run < count; run++)
        {
            SpanFeatures.Compute(question, sentence, run, on, dense);
            vectors[run] = new SpanVector([.. on], dense[..8].ToArray());
            var f1 = SquadScore.F1(sentence.Sentence.Document.Slice(sentence.Words.Runs[run].Span), reading.Row.Answers);
            exact[run] = f1 >= 0.999 ? 1 : 0;
            near[run] = f1 > 0.6 ? (float)(f1 * f1) : 0;
        }

        var gains = exact.Any(g => g > 0) ? exact : near;
        return gains.Any(g => g > 0) ? new SpanGroup(vectors, gains) : null;
    }
}
