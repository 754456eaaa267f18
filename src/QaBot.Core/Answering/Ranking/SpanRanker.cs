using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>Ranks the runs of words of the best sentences as short answers, by fitted weights.</summary>
internal sealed class SpanRanker(float[] weights)
{
    /// <summary>The best sentences that are read for a short answer.</summary>
    public const int Sentences = 3;

    /// <summary>How much the likelihood of the run counts against that of its sentence in choosing the sentence.</summary>
    private const double SpanShare = 0.3;

    /// <summary>What a run loses that has nothing of the kind asked for, where the sentence has something of it.</summary>
    private const double Misfit = 3;

    /// <summary>What a sentence without anything of the kind asked for counts against one that has it.</summary>
    private const double MisfitShare = 0.3;

    /// <summary>A list has so many items.</summary>
    private const int FewestItems = 2;

    private const string Resource = "Answering/Ranking/span-model.bin";

    /// <summary>The ranker with the weights that the project ships.</summary>
    public static SpanRanker Fitted => Shipped.Model;

    /// <summary>The best run: the product of the likelihoods of its sentence and of the run in it; null where the sentences have none.</summary>
    public RankedSpan? Best(QuestionProfile profile, IReadOnlyList<RankedSentence> ranked)
    {
        var question = new SpanQuestion(profile);
        return ranked.Take(Sentences).Select(sentence => Best(question, sentence)).OfType<RankedSpan>()
            .MaxBy(span => span.Sentence.Probability * Math.Pow(span.Probability, SpanShare) * (span.IsFitting ? 1 : MisfitShare));
    }

    private RankedSpan? Best(SpanQuestion question, RankedSentence ranked)
    {
        var sentence = new SpanSentence(question, ranked.Candidate.Sentence);
        var runs = sentence.Words.Runs;
        var scores = new double[runs.Count];
        var on = new List<int>();
        Span<float> dense = stackalloc float[SpanFeatures.Dense];
        var best = -1;
        var fits = Fitting(question, sentence);
        for (var run = 0; run < scores.Length; run++)
        {
            SpanFeatures.Compute(question, sentence, run, on, dense);
            scores[run] = Score(on, dense) - (fits is null or [] || fits.Exists(span => span.Overlaps(runs[run].Span)) ? 0 : Misfit);
            best = best < 0 || scores[run] > scores[best] ? run : best;
        }

        // A part of a date or of a name stands for the whole of it.
        var whole = best < 0 ? default : fits?.Find(span => span.Contains(runs[best].Span)) ?? default;
        return best < 0 ? null : new RankedSpan(ranked, whole.Length > 0 ? whole : runs[best].Span, scores[best], 1 / scores.Sum(s => Math.Exp(s - scores[best])), fits is not []);
    }

    /// <summary>
    /// For a question for a date the dates of a sentence, for a person its names and so on, without those that the question has itself;
    /// null where the kind has no form of its own.
    /// </summary>
    private static List<TextSpan>? Fitting(SpanQuestion question, SpanSentence sentence)
    {
        if (question.Kind is not (QuestionKind.Person or QuestionKind.Place or QuestionKind.Date or QuestionKind.Year or QuestionKind.Number or QuestionKind.Money or QuestionKind.Duration or QuestionKind.Age or QuestionKind.List))
        {
            return null;
        }

        var profile = sentence.Sentence;
        List<TextSpan> fitting = [.. profile.Candidates(question.Kind).Where(span => profile.TokensIn(span).Any(token => !question.Profile.IsKnown(token.Term))
            && !AnswerPatterns.IsAnothersLife(question.Profile, profile, span))];
        return question.Kind == QuestionKind.List && fitting.Count < FewestItems ? [] : fitting;
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

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static SpanRanker Model { get; } = new(ModelFile.ReadHashed(Resource, SpanFeatures.Size));
    }
}
