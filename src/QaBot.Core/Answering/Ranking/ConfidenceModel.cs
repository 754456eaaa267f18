using QaBot.Citations;

namespace QaBot.Answering.Ranking;

/// <summary>
/// Estimates how likely an answer is right, from the rankers' outcome: the likelihood that the source answers the question at all, times the
/// likelihood that the chosen sentence does if so.
/// </summary>
/// <param name="answerable">Whether the source answers the question.</param>
/// <param name="right">Whether the chosen sentence is the one that answers.</param>
internal sealed class ConfidenceModel(OutcomeModel answerable, OutcomeModel right)
{
    /// <summary>Levels of the trees.</summary>
    public const int Depth = 3;

    /// <summary>More terms than questions have tell nothing more.</summary>
    private const int MostTerms = 12;

    private static readonly QuestionKind[] Kinds = Enum.GetValues<QuestionKind>();

    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "bias", "covered-around", "unknown-terms", "sentence-probability", "sentence-score", "sentence-margin", "span-probability", "span-score",
        "best-passage-coverage", "terms", "few-terms", "unknown-names", "unknown-words", "unknown-any", "resolved-names-missing", "misfit", "long-answer", "negated", "contradicted",
        .. Kinds.Select(kind => "is-" + kind.ToString().ToLowerInvariant()),
        .. SentenceFeatures.Names.Select(name => "sentence: " + name),
    ];

    /// <summary>The model with the weights that the project ships.</summary>
    public static ConfidenceModel Fitted => Shipped.Model;

    /// <summary>0 to 1. A name that none of the passages has halves it: what the source never mentions it hardly answers.</summary>
    public double Confidence(float[] features) => (features[UnknownNames] > 0 ? 0.5 : 1) * answerable.Probability(features) * right.Probability(features);

    /// <summary>The features of an outcome.</summary>
    public static float[] Features(QuestionProfile question, IReadOnlyList<RankedSentence> ranked, RankedSpan? span, RankedSentence chosen)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in ranked)
        {
            known.UnionWith(sentence.Candidate.Surroundings);
        }

        double Share(Func<string, bool> has) => question.Terms.Zip(question.Weights).Where(t => has(t.First)).Sum(t => t.Second) / question.TotalWeight;
        double Of(Func<int, bool> which) => Math.Min(3, Enumerable.Range(0, question.Terms.Length).Count(which)) / 3.0;
        bool IsName(int i) => question.Question.Terms[i].IsName;
        bool IsKnown(int i) => known.Contains(question.Terms[i]);
        var around = chosen.Candidate;
        var covered = Share(t => around.Sentence.TermSet.Contains(t) || around.Surroundings.Contains(t) || around.Previous?.TermSet.Contains(t) == true);
        double[] outcome =
        [
            1, covered, Share(t => !known.Contains(t)),
            chosen.Probability, chosen.Score / 10, (chosen.Score - (ranked.Count > 1 ? ranked.First(r => r != chosen).Score : 0)) / 10, span?.Probability ?? 0, (span?.Score ?? 0) / 10,
            ranked.Max(r => Share(r.Candidate.Surroundings.Contains)), Math.Min(question.Terms.Length, MostTerms) / 10.0, question.Terms.Length <= 2 ? 1 : 0,
            Of(i => IsName(i) && !IsKnown(i)), Of(i => !IsName(i) && !IsKnown(i)), Array.TrueForAll(question.Terms, known.Contains) ? 0 : 1,
            Of(i => IsName(i) && !chosen.Candidate.Resolves(question.Terms[i])),
            span?.IsFitting == false ? 1 : 0, Math.Log(1 + (span?.Span.Length ?? 0)),
            Claim.Read(around.Sentence.Text).NegationCount % 2 != Claim.Read(question.Question.Text).NegationCount % 2 ? 1 : 0, Opposites.Deny(question.Terms, around.Sentence.TermSet) ? 1 : 0,
            .. Kinds.Select(kind => kind == question.Kind ? 1.0 : 0.0),
        ];
        return [.. outcome.Select(value => (float)value), .. chosen.Features];
    }

    private static readonly int UnknownNames = Array.IndexOf(Names, "unknown-names");

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static ConfidenceModel Model { get; } = new(Read("answerable"), Read("right"));

        private static OutcomeModel Read(string name) =>
            new(ModelFile.Read($"Answering/Ranking/{name}-model.txt", Names), RegressionTrees.Read($"Answering/Ranking/{name}-trees.txt", Depth));
    }
}
