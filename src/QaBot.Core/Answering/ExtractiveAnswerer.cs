using QaBot.Answering.Ranking;
using QaBot.Citations;
using QaBot.Indexing;
using QaBot.Retrieval;

namespace QaBot.Answering;

/// <summary>Answers with the sentence of the source that fits the question best, and the few words in it that answer.</summary>
internal sealed class ExtractiveAnswerer(IPassageIndex index, AnsweringOptions options)
{
    /// <summary>The answerer's name as answers report it.</summary>
    public const string Name = "extractive";

    /// <summary>A second sentence joins the answer when it is at least so likely as the first.</summary>
    private const double SecondShare = 0.6;

    private readonly CandidateFinder _finder = new(index);

    /// <summary>Proposes an answer from what was retrieved.</summary>
    public AnswerDraft Answer(Question question, Retrieved retrieved, CancellationToken cancellationToken = default)
    {
        if (question.Terms.Count == 0 || retrieved.Hits.Count == 0)
        {
            return AnswerDraft.Abstain(question.Terms.Count == 0 ? AbstentionReason.OutOfScope : AbstentionReason.NotInSource);
        }

        var profile = new QuestionProfile(question, retrieved, index);
        var ranked = SentenceRanker.Fitted.Rank(profile, _finder.Find(retrieved.Hits, cancellationToken));
        var span = SpanRanker.Fitted.Best(profile, ranked);
        var chosen = span?.Sentence ?? ranked[0];
        var confidence = ConfidenceModel.Fitted.Confidence(ConfidenceModel.Features(profile, ranked, span, chosen));
        if (confidence < options.MinConfidence)
        {
            return AnswerDraft.Abstain(AbstentionReason.NotInSource, confidence);
        }

        var second = ranked.Find(r => r != chosen && r.Probability >= SecondShare * chosen.Probability);
        return Cite(second is null ? [chosen] : [chosen, second], ShortAnswer(profile, chosen, span), confidence);
    }

    private static AnswerDraft Cite(IReadOnlyList<RankedSentence> sentences, string? shortAnswer, double confidence)
    {
        var citations = sentences.Select((sentence, i) => Citation(i + 1, sentence.Candidate)).ToList();
        var text = string.Join(' ', citations.Select(c => $"{CitedText.Display(c.Quote)} {CitedText.Marker(c.Number)}"));
        return new AnswerDraft(AnswerOutcome.Answered, Reason: null, text, shortAnswer, confidence, citations);
    }

    private static Citation Citation(int number, Candidate candidate)
    {
        var sentence = candidate.Sentence;
        return new Citation(number, sentence.Document.Name, sentence.Document.Hash, candidate.Passage.Id, sentence.Span, sentence.Text);
    }

    private static string? ShortAnswer(QuestionProfile profile, RankedSentence chosen, RankedSpan? span) => profile.Question.Kind switch
    {
        QuestionKind.YesNo => IsDenied(profile.Question.Text, chosen.Candidate.Sentence.Text) ? "No" : "Yes",
        QuestionKind.List => Items(profile, chosen.Candidate.Sentence) ?? Display(span),
        _ => Display(span),
    };

    /// <summary>A sentence denies a question when one of them has a negation that the other has not.</summary>
    private static bool IsDenied(string question, string sentence) =>
        Claim.Read(sentence).NegationCount % 2 != Claim.Read(question).NegationCount % 2;

    /// <summary>The names of a sentence that the question does not have; null when there are not two.</summary>
    private static string? Items(QuestionProfile profile, SentenceProfile sentence)
    {
        var items = sentence.Candidates(QuestionKind.List)
            .Where(span => !sentence.TokensIn(span).All(token => profile.IndexOf(token.Term) >= 0))
            .Select(span => CitedText.Display(sentence.Document.Slice(span)))
            .ToList();
        return items.Count < 2 ? null : string.Join(CitationVerifier.ListSeparator, items);
    }

    private static string? Display(RankedSpan? span) =>
        span is null ? null : CitedText.Display(span.Sentence.Candidate.Sentence.Document.Slice(span.Span)) is { Length: > 0 } text ? text : null;
}
