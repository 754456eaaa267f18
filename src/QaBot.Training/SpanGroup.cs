using QaBot.Answering.Ranking;

namespace QaBot.Training;

/// <summary>The features of one run: the places that are on, and the dense values.</summary>
internal sealed record SpanVector(int[] On, float[] Dense);

/// <summary>The runs of one question's best sentences, of which some are the answer.</summary>
internal sealed record SpanGroup(SpanVector[] Vectors, float[] Gains)
{
    /// <summary>The group of a question; the evidence sentence is always among those read. Null when no run is near the answer.</summary>
    public static SpanGroup? Of(Reading reading, SentenceRanker ranker)
    {
        var ranked = ranker.Rank(reading.Profile, reading.Candidates);
        var read = ranked.Take(SpanRanker.Sentences).ToList();
        if (!read.Exists(r => reading.IsEvidence(r.Candidate)))
        {
            read.AddRange(ranked.Where(r => reading.IsEvidence(r.Candidate)).Take(1));
        }

        var question = new SpanQuestion(reading.Profile);
        var (vectors, gains, near) = (new List<SpanVector>(), new List<float>(), new List<float>());
        var on = new List<int>();
        Span<float> dense = stackalloc float[SpanFeatures.Dense];
        for (var rank = 0; rank < read.Count; rank++)
        {
            var sentence = new SpanSentence(question, read[rank].Candidate.Sentence);
            var isEvidence = reading.IsEvidence(read[rank].Candidate);
            for (var run = 0; run < sentence.Words.Runs.Count; run++)
            {
                SpanFeatures.Compute(question, sentence, run, read[rank].Score - ranked[0].Score, Math.Min(rank, SpanRanker.Sentences - 1), on, dense);
                vectors.Add(new SpanVector([.. on], dense[..8].ToArray()));
                var f1 = isEvidence ? SquadScore.F1(sentence.Sentence.Document.Slice(sentence.Words.Runs[run].Span), reading.Row.Answers) : 0;
                gains.Add(f1 >= 0.999 ? 1 : 0);
                near.Add(f1 > 0.6 ? (float)(f1 * f1) : 0);
            }
        }

        gains = gains.Exists(g => g > 0) ? gains : near;
        return gains.Exists(g => g > 0) ? new SpanGroup([.. vectors], [.. gains]) : null;
    }
}
