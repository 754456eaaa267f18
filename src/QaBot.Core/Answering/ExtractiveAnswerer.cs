using QaBot.Answering.Ranking;
using QaBot.Citations;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Answers with the sentence of the source that fits the question best, and the few words in it that answer.</summary>
internal sealed class ExtractiveAnswerer(PassageIndex index, AnsweringOptions options)
{
    /// <summary>The answerer's name as answers report it.</summary>
    public const string Name = "extractive";

    /// <summary>A second sentence joins the answer when it is at least this share as likely as the first, and both are short enough.</summary>
    private const double SecondShare = 0.25;

    private const int MostWords = 80;

    private static readonly char[] ClauseMarks = [',', ';', ':', '—', '–'];

    private readonly CandidateFinder _finder = new(index);

    /// <summary>Proposes an answer from what was retrieved.</summary>
    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was retrieved for it.</param>
    /// <param name="minConfidence">Below it there is no answer; null for what the options say.</param>
    /// <param name="cancellationToken">Stops between two passages.</param>
    public AnswerDraft Answer(Question question, Retrieved retrieved, double? minConfidence = null, CancellationToken cancellationToken = default)
    {
        var isOutOfScope = question.Terms.Count == 0 || Address.IsToTheBot(question.Text);
        if (isOutOfScope || retrieved.Hits.Count == 0)
        {
            return AnswerDraft.Abstain(isOutOfScope ? AbstentionReason.OutOfScope : AbstentionReason.NotInSource);
        }

        var candidates = _finder.Find(retrieved.Hits, cancellationToken);
        var profile = new QuestionProfile(question, retrieved, index, candidates);
        var ranked = SentenceRanker.Fitted.Rank(profile, candidates);
        var span = SpanRanker.Fitted.Best(profile, ranked);
        var chosen = span?.Sentence ?? ranked[0];
        var confidence = ConfidenceModel.Fitted.Confidence(ConfidenceModel.Features(profile, ranked, span, chosen));
        if (confidence < (minConfidence ?? options.MinConfidence))
        {
            return IsContradicted(profile, chosen.Candidate)
                ? AnswerDraft.Contradict(Citation(chosen.Candidate), confidence)
                : AnswerDraft.Abstain(AbstentionReason.NotInSource, confidence);
        }

        var second = ranked.Find(r => r != chosen && r.Probability >= SecondShare * chosen.Probability
            && r.Candidate.Sentence.WordCount + chosen.Candidate.Sentence.WordCount <= MostWords);
        RankedSentence[] cited = second is null ? [chosen] : [chosen, second];
        return AnswerDraft.Cite(cited.Select(sentence => Citation(sentence.Candidate)), ShortAnswer(profile, chosen, span), confidence);
    }

    private static Citation Citation(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        return new Citation(1, sentence.Document.Name, sentence.Document.Hash, candidate.Passage.Id, sentence.Span, sentence.Text);
    }

    private static string? ShortAnswer(QuestionProfile profile, RankedSentence chosen, RankedSpan? span) => profile.Question.Kind switch
    {
        QuestionKind.YesNo => IsDenied(profile, chosen.Candidate.Sentence) ? "No" : "Yes",
        QuestionKind.List => Items(profile, chosen.Candidate.Sentence) ?? Display(span),
        _ => Display(span),
    };

    /// <summary>
    /// "Why was it such a hit?" before "It was a failure.": all names of the question are there, most of its words too, and one is the
    /// opposite of one of the question's.
    /// </summary>
    private static bool IsContradicted(QuestionProfile profile, Candidate candidate) =>
        profile.Question.Kind != QuestionKind.YesNo && Opposites.Deny(profile.Terms, candidate.Sentence.TermSet)
        && profile.Question.Terms.All(term => !term.IsName || candidate.Resolves(term.Term))
        && profile.Terms.Count(term => candidate.Resolves(term) || Opposites.Has(term, candidate.Sentence.TermSet)) * 2 > profile.Terms.Length;

    /// <summary>
    /// A sentence denies a question by a negation or by an opposite that only one of them has; by both it confirms. Of the sentence's
    /// negations those count that stand in a clause with a word of the question.
    /// </summary>
    private static bool IsDenied(QuestionProfile profile, SentenceProfile sentence)
    {
        var negations = sentence.Text.Split(ClauseMarks).Select(Claim.Read).Where(clause => clause.Terms.Any(term => profile.IndexOf(term) >= 0)).Sum(clause => clause.NegationCount);
        return (negations % 2 != Claim.Read(profile.Question.Text).NegationCount % 2) != Opposites.Deny(profile.Terms, sentence.TermSet);
    }

    /// <summary>
    /// The longest enumeration of names in a sentence ("A, B and C"), without those of the question; null when there are not two.
    /// </summary>
    private static string? Items(QuestionProfile profile, SentenceProfile sentence)
    {
        var (best, items) = (new List<TextSpan>(), new List<TextSpan>());
        foreach (var span in sentence.Candidates(QuestionKind.List))
        {
            if (items.Count > 0 && !Enumerates(sentence.Document.Text[items[^1].End..span.Start]))
            {
                items = [];
            }

            items.Add(span);
            best = items.Count > best.Count ? items : best;
        }

        var named = best.Where(span => !sentence.TokensIn(span).All(token => profile.IndexOf(token.Term) >= 0)).ToList();
        return named.Count < 2 ? null : string.Join(CitationVerifier.ListSeparator, named.Select(span => CitedText.Display(sentence.Document.Slice(span))));
    }

    private static bool Enumerates(string gap) => gap.Trim() is "," or "and" or "&" or ", and" or "or" or ", or" or ";" or "; and";

    private static string? Display(RankedSpan? span) =>
        span is null ? null : CitedText.Display(span.Sentence.Candidate.Sentence.Document.Slice(span.Span)) is { Length: > 0 } text ? text : null;
}
