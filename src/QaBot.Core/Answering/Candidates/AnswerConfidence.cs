
namespace QaBot.Answering.Candidates;

/// <summary>How likely the best candidate is right: a logistic model over what the reader says of it, the words shared, and the kind of question.</summary>
/// <remarks>
/// Its weights are fitted to tell questions that the source answers from those that it does not, and then scaled to be the probability of a right answer (Platt 1999): fitted
/// to right answers at once, it orders unanswerable questions worse than the reader's score alone does.
/// </remarks>
/// <param name="weights">A weight for each of <see cref="Names"/>.</param>
internal sealed class AnswerConfidence(double[] weights)
{
    private const string File = "Answering/Candidates/confidence-model.txt";

    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "bias", "reader-score", "best-reader-score", "sentence-words", "unknown-words", "others-missing", "repeats-question", "denied", "is-yesno", "says-whether", "meaning",
    ];

    /// <summary>The model with the weights that the project ships.</summary>
    public static AnswerConfidence Fitted => Shipped.Model;

    /// <summary>0 to 1.</summary>
    public double Of(float[] features) => 1 / (1 + Math.Exp(-LinearModel.Score(features, weights)));

    /// <summary>The features of a ranking's best candidate.</summary>
    /// <param name="question">The question's words.</param>
    /// <param name="ranked">The candidates, best first; at least one.</param>
    /// <param name="isKnown">Whether a term stands in any of the windows.</param>
    public static float[] Features(AskedWords question, IReadOnlyList<AnswerCandidate> ranked, Func<string, bool> isKnown)
    {
        var best = ranked[0];
        float Of(string name) => best.Features[Array.IndexOf(CandidateFeatures.Names, name)];
        var (isYesNo, inSentence) = (question.Question.Kind == QuestionKind.YesNo, WindowWords.Terms(best.SentenceText));
        double[] features =
        [
            1,
            best.Read.Score / 10,
            ranked.Max(c => c.Read.Score) / 10,
            Of("sentence-words"),
            1 - question.Share(isKnown),
            Of("others-missing"),
            Of("repeats-question"),
            Opposites.Deny(question.Terms, inSentence) ? 1 : 0,
            isYesNo ? 1 : 0,
            Of("says-whether"),
            Of("meaning"),
        ];
        return Array.ConvertAll(features, value => (float)value);
    }

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static AnswerConfidence Model { get; } = new(ModelFile.Read(File, Names));
    }
}
