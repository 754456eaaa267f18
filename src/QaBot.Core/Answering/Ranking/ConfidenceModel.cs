namespace QaBot.Answering.Ranking;

/// <summary>Estimates how likely the best sentence answers the question: a logistic regression over the rankers' outcome.</summary>
internal sealed class ConfidenceModel(double[] weights)
{
    /// <summary>More terms than questions have tell nothing more.</summary>
    private const int MostTerms = 12;

    private const string Resource = "Answering/Ranking/confidence-model.txt";

    private static readonly QuestionKind[] Kinds = Enum.GetValues<QuestionKind>();

    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "bias", "exact", "resolved", "resolved-or-related", "covered-around", "all-terms", "unknown-terms", "rarest-missing", "names-missing", "numbers-missing",
        "sentence-probability", "sentence-score", "sentence-margin", "span-probability", "span-score", "candidate-nearness", "pairs", "density",
        "best-passage-coverage", "terms", "few-terms", "names", "synonym", "derived", "unknown-names", "unknown-words", "unknown-any", "resolved-names-missing",
        .. Kinds.Select(kind => "is-" + kind.ToString().ToLowerInvariant()),
        .. Kinds.Select(kind => "has-" + kind.ToString().ToLowerInvariant()),
    ];

    /// <summary>The model with the weights that the project ships.</summary>
    public static ConfidenceModel Fitted => Shipped.Model;

    /// <summary>0 to 1. A name that none of the passages has halves it: what the source never mentions it hardly answers.</summary>
    public double Confidence(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return (features[UnknownNames] > 0 ? 0.5 : 1) / (1 + Math.Exp(-sum));
    }

    /// <summary>The features of an outcome.</summary>
    public static double[] Features(QuestionProfile question, IReadOnlyList<RankedSentence> ranked, RankedSpan? span, RankedSentence chosen)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in ranked)
        {
            known.UnionWith(sentence.Candidate.Surroundings);
        }

        var top = chosen.Features;
        double Value(string name) => top[Place[name]];
        double Share(Func<string, bool> has) => question.Terms.Zip(question.Weights).Where(t => has(t.First)).Sum(t => t.Second) / question.TotalWeight;
        double Of(Func<int, bool> which) => Math.Min(3, Enumerable.Range(0, question.Terms.Length).Count(which)) / 3.0;
        bool IsName(int i) => question.Question.Terms[i].IsName;
        bool IsKnown(int i) => known.Contains(question.Terms[i]);
        var around = chosen.Candidate;
        var covered = Share(t => around.Sentence.TermSet.Contains(t) || around.Surroundings.Contains(t) || around.Previous?.TermSet.Contains(t) == true);
        return
        [
            1, Value("exact"), Value("resolved"), Value("resolved-or-related"), covered, Value("all-terms"), Share(t => !known.Contains(t)), Value("rarest-missing"), Value("names-missing"), Value("numbers-missing"),
            chosen.Probability, chosen.Score / 10, (chosen.Score - (ranked.Count > 1 ? ranked.First(r => r != chosen).Score : 0)) / 10, span?.Probability ?? 0, (span?.Score ?? 0) / 10,
            Value("candidate-nearness"), Value("pairs"), Value("density"),
            ranked.Max(r => Share(r.Candidate.Surroundings.Contains)), Math.Min(question.Terms.Length, MostTerms) / 10.0, question.Terms.Length <= 2 ? 1 : 0, Value("names"), Value("synonym"), Value("derived"),
            Of(i => IsName(i) && !IsKnown(i)), Of(i => !IsName(i) && !IsKnown(i)), Array.TrueForAll(question.Terms, known.Contains) ? 0 : 1,
            Of(i => IsName(i) && !chosen.Candidate.Resolves(question.Terms[i])),
            .. Kinds.Select(kind => kind == question.Kind ? 1.0 : 0.0),
            .. Kinds.Select(kind => Value("has-" + kind.ToString().ToLowerInvariant())),
        ];
    }

    private static readonly int UnknownNames = Array.IndexOf(Names, "unknown-names");

    private static readonly Dictionary<string, int> Place = SentenceFeatures.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);

    /// <summary>Read at first use, so that the trainer can run before there are weights.</summary>
    private static class Shipped
    {
        public static ConfidenceModel Model { get; } = new(ModelFile.Read(Resource, Names));
    }
}
