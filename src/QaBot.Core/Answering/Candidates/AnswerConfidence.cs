
namespace QaBot.Answering.Candidates;

/// <summary>How likely the best candidate is right: a logistic model over what the reader and the ranking say of it and of the others.</summary>
/// <param name="weights">A weight for each of <see cref="Names"/>.</param>
internal sealed class AnswerConfidence(double[] weights)
{
    private const string File = "Answering/Candidates/confidence-model.txt";

    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "bias", "reader-score", "reader-probability", "reader-positive", "best-reader-score", "share", "agreement", "margin", "retrieval",
        "sentence-words", "window-words", "context-words", "unknown-words", "names-missing", "fits-kind", "misfits-kind", "repeats-question",
        "is-yesno", "is-description", "is-list", "is-reason", "denied", "yesno-words",
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
        var total = ranked.Sum(c => Math.Exp(c.Score - best.Score));
        var same = ranked.Where(c => string.Equals(c.Text, best.Text, StringComparison.OrdinalIgnoreCase)).ToList();
        var next = ranked.FirstOrDefault(c => !same.Contains(c));
        var (kind, inSentence) = (question.Question.Kind, WindowWords.Terms(best.SentenceText));
        double[] features =
        [
            1,
            best.Read.Score / 10,
            best.Read.Probability,
            best.Read.Score > 0 ? 1 : 0,
            ranked.Max(c => c.Read.Score) / 10,
            1 / total,
            same.Sum(c => Math.Exp(c.Score - best.Score)) / total,
            next is null ? 1 : Math.Min(1, (best.Score - next.Score) / 5),
            Of("retrieval"),
            Of("sentence-words"),
            Of("window-words"),
            Of("context-words"),
            1 - question.Share(isKnown),
            Of("names-missing"),
            Of("fits-kind"),
            Of("misfits-kind"),
            Of("repeats-question"),
            kind == QuestionKind.YesNo ? 1 : 0,
            kind == QuestionKind.Description ? 1 : 0,
            kind == QuestionKind.List ? 1 : 0,
            kind == QuestionKind.Reason ? 1 : 0,
            Opposites.Deny(question.Terms, inSentence) ? 1 : 0,
            kind == QuestionKind.YesNo ? question.ShareOfWords(inSentence.Contains) : 0,
        ];
        return Array.ConvertAll(features, value => (float)value);
    }

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static AnswerConfidence Model { get; } = new(ModelFile.Read(File, Names));
    }
}
