using QaBot.Answering;
using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Questions;
using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>Turns what happened into what it is worth.</summary>
internal sealed class AnswerJudge(Corpus corpus, SourceSentences sentences)
{
    /// <summary>Judges one answer.</summary>
    public Judgement Judge(EvaluationQuestion question, Observation observation)
    {
        var answer = observation.Answer;
        var answered = answer.Outcome == "answered";
        var right = answered && question.Answerable && AnswerRule.IsRight(question, answer.ShortAnswer, answer.Answer);
        var plain = AnswerRule.WithoutMarkers(answer.Answer);
        var given = string.IsNullOrWhiteSpace(answer.ShortAnswer) ? plain : answer.ShortAnswer;
        IReadOnlyList<string> accepted = question.Answers.Count > 0 ? question.Answers : [string.Join(", ", question.AllOf)];
        var evidence = new Evidence(question.Evidence, corpus);
        var citations = answer.Citations.Where(c => c.Start >= 0 && c.End >= c.Start).ToList();
        return new Judgement
        {
            Id = question.Id,
            Kind = question.Kind,
            Half = question.Half,
            Answerable = question.Answerable,
            Answered = answered,
            Correct = question.Answerable ? right : !answered,
            Headline = question.Answerable ? answered && HeadlineRule.IsRight(question, answer.ShortAnswer) : !answered,
            HasShortAnswer = !string.IsNullOrWhiteSpace(answer.ShortAnswer),
            Confidence = answer.Confidence,
            ExactMatch = question.Answerable ? answered && AnswerOverlap.IsExactMatch(accepted, given) : null,
            TokenF1 = !question.Answerable ? null : answered ? AnswerOverlap.TokenF1(accepted, given) : 0,
            Citations = answer.Citations.Count,
            SupportedCitations = citations.Count(c => IsSupported(question, evidence, c)),
            EvidenceCited = !question.Answerable || evidence.Count == 0
                ? null
                : answered && citations.Exists(c => evidence.IsAnyCovered(c.Document, new TextSpan(c.Start, c.End))),
            Words = AnswerRule.WordCount(plain),
            ElapsedMs = observation.ElapsedMs,
            EvidenceRanks = observation.EvidenceRanks,
            DependsOnCitation = observation.DependsOnCitation,
        };
    }

    private bool IsSupported(EvaluationQuestion question, Evidence evidence, CitationJson citation) =>
        evidence.Overlaps(citation.Document, new TextSpan(citation.Start, citation.End))
        || (corpus.Find(citation.Document) is { } document && sentences.Around(citation) is var span && span.End <= document.Text.Length
            && AnswerRule.HoldsAnswer(question, document.Slice(span)));
}
