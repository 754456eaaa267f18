using QaBot.Citations;

namespace QaBot.Answering;

/// <summary>What an answerer proposes; it becomes an answer when the verifier has passed it.</summary>
/// <param name="Outcome">Answered or abstained.</param>
/// <param name="Reason">Why there is no answer.</param>
/// <param name="Text">Sentences with markers.</param>
/// <param name="ShortAnswer">The answer in a few words, or null.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Citations">Numbered from 1.</param>
internal sealed record AnswerDraft(
    AnswerOutcome Outcome, AbstentionReason? Reason, string Text, string? ShortAnswer, double Confidence, IReadOnlyList<Citation> Citations)
{
    /// <summary>The sentences that came nearest to an answer, best first, numbered from 1; for an abstention.</summary>
    public IReadOnlyList<Citation> Nearest { get; init; } = [];

    /// <summary>What the asker should know of the answer, such as the part of the question that has none; null for nothing.</summary>
    public string? Hint { get; private init; }

    /// <summary>What the hint is about.</summary>
    public HintKind? HintKind { get; private init; }

    /// <summary>What its kind leaves open, or null.</summary>
    public string? HintSubject { get; private init; }

    /// <summary>The draft with a hint.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="words">The hint as a sentence.</param>
    /// <param name="subject">What its kind leaves open, or null.</param>
    public AnswerDraft Hinting(HintKind kind, string words, string? subject = null) => this with { Hint = words, HintKind = kind, HintSubject = subject };

    /// <summary>No answer.</summary>
    public static AnswerDraft Abstain(AbstentionReason reason, double confidence = 0) =>
        new(AnswerOutcome.Abstained, reason, Abstention.Sentence(reason), ShortAnswer: null, confidence, []);

    /// <summary>No answer, and the sentence that says otherwise.</summary>
    public static AnswerDraft Contradict(Citation quote, double confidence)
    {
        var cited = Cite([quote], shortAnswer: null, confidence);
        return cited with { Outcome = AnswerOutcome.Abstained, Reason = AbstentionReason.FalsePremise, Text = $"{Abstention.Sentence(AbstentionReason.FalsePremise)} {cited.Text}" };
    }

    /// <summary>An answer that cites sentences, each followed by its marker; one that stands in several places is said once, with all their markers.</summary>
    /// <param name="quotes">The citations in order; their numbers are given here.</param>
    /// <param name="shortAnswer">The answer in a few words, or null.</param>
    /// <param name="confidence">0 to 1.</param>
    public static AnswerDraft Cite(IEnumerable<Citation> quotes, string? shortAnswer, double confidence)
    {
        var sentences = quotes.GroupBy(citation => CitedText.Display(citation.Quote), StringComparer.OrdinalIgnoreCase).ToList();
        var citations = Numbered(sentences.SelectMany(places => places));
        var numbers = new Queue<int>(citations.Select(citation => citation.Number));
        var text = string.Join(' ', sentences.Select(places => $"{places.Key} {string.Join(' ', places.Select(_ => CitedText.Marker(numbers.Dequeue())))}"));
        return new AnswerDraft(AnswerOutcome.Answered, Reason: null, text, shortAnswer, confidence, citations);
    }

    /// <summary>The answer to both parts of a question, each with its first sentence; null when one of them has no answer.</summary>
    public static AnswerDraft? Join(AnswerDraft first, AnswerDraft second)
    {
        if (first.Outcome != AnswerOutcome.Answered || second.Outcome != AnswerOutcome.Answered)
        {
            return null;
        }

        var shortAnswer = first.ShortAnswer is null || second.ShortAnswer is null || first.ShortAnswer == second.ShortAnswer
            ? first.ShortAnswer ?? second.ShortAnswer
            : IsYesNo(first) || IsYesNo(second) ? null
            : first.ShortAnswer + CitationVerifier.ListSeparator + second.ShortAnswer;
        return Cite(
            new[] { first.Citations[0], second.Citations[0] }.DistinctBy(c => (c.Document, c.Span)),
            shortAnswer,
            Math.Sqrt(first.Confidence * second.Confidence));
    }

    /// <summary>"Yes, 1943" would be in no quote.</summary>
    private static bool IsYesNo(AnswerDraft draft) => draft.ShortAnswer is "Yes" or "No";

    /// <summary>Citations with the numbers of their places, from 1.</summary>
    public static List<Citation> Numbered(IEnumerable<Citation> quotes) => [.. quotes.Select((citation, i) => citation with { Number = i + 1 })];

    /// <summary>The answer to the question as asked.</summary>
    public Answer ToAnswer(string question, string? readAs, EngineInfo engine) => new()
    {
        Question = question,
        ReadAs = readAs,
        Outcome = Outcome,
        Reason = Reason,
        Text = Text,
        ShortAnswer = ShortAnswer,
        Confidence = Confidence,
        Citations = Citations,
        Nearest = Nearest,
        Hint = Hint,
        HintKind = HintKind,
        HintSubject = HintSubject,
        Engine = engine,
    };
}
