using QaBot.Citations;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Answers with the sentence of the source that fits the question best, and the few words in it that answer.</summary>
internal sealed class ExtractiveAnswerer(IPassageIndex index, AnsweringOptions options)
{
    /// <summary>The answerer's name as answers report it.</summary>
    public const string Name = "extractive";

    private const double SurroundingsShare = 0.5;

    /// <summary>Proposes an answer from what was retrieved.</summary>
    public AnswerDraft Answer(Question question, Retrieved retrieved)
    {
        if (question.Terms.Count == 0 || retrieved.Hits.Count == 0)
        {
            return AnswerDraft.Abstain(question.Terms.Count == 0 ? AbstentionReason.OutOfScope : AbstentionReason.NotInSource);
        }

        var weights = Weights(question, retrieved);
        var (best, score) = Best(question, retrieved, weights);
        var confidence = Math.Clamp(score, 0, 1);
        return confidence < options.MinConfidence
            ? AnswerDraft.Abstain(AbstentionReason.NotInSource, 1 - confidence)
            : Cite(question, best, weights, confidence);
    }

    /// <summary>The weight of each term of the question: its rarity; a term that the source does not have weighs most.</summary>
    private Dictionary<string, double> Weights(Question question, Retrieved retrieved)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in question.Terms)
        {
            var read = retrieved.Repairs.GetValueOrDefault(term.Term, term.Term);
            weights[read] = Bm25.Idf(index.DocumentFrequency(read), index.Count);
        }

        return weights;
    }

    private static (CandidateSentence Sentence, double Score) Best(Question question, Retrieved retrieved, Dictionary<string, double> weights)
    {
        var seen = new HashSet<(string, TextSpan)>();
        (CandidateSentence? Sentence, double Score) best = (null, double.NegativeInfinity);
        var topScore = retrieved.Hits[0].Score;
        foreach (var hit in retrieved.Hits)
        {
            for (var i = 0; i < hit.Passage.Sentences.Count; i++)
            {
                if (seen.Add((hit.Passage.Document.Name, hit.Passage.Sentences[i])))
                {
                    var sentence = new CandidateSentence(hit.Passage, i, hit.Score / topScore);
                    var score = Score(question, sentence, weights);
                    best = score > best.Score ? (sentence, score) : best;
                }
            }
        }

        return (best.Sentence!, best.Score);
    }

    /// <summary>The share of the question that the sentence covers, with its surroundings counting half, and whether it has such an answer.</summary>
    private static double Score(Question question, CandidateSentence sentence, Dictionary<string, double> weights)
    {
        var (covered, total) = (0.0, 0.0);
        foreach (var (term, weight) in weights)
        {
            total += weight;
            covered += sentence.Terms.Contains(term) ? weight : sentence.Surroundings.Contains(term) ? weight * SurroundingsShare : 0;
        }

        var hasAnswer = ShortAnswer(question, sentence, weights) is not null || question.Kind is QuestionKind.Phrase or QuestionKind.YesNo or QuestionKind.Description;
        return (0.8 * covered / total) + (hasAnswer ? 0.15 : 0) + (0.05 * sentence.PassageScore);
    }

    private static AnswerDraft Cite(Question question, CandidateSentence sentence, Dictionary<string, double> weights, double confidence)
    {
        var document = sentence.Passage.Document;
        var citation = new Citation(1, document.Name, document.Hash, sentence.Passage.Id, sentence.Span, sentence.Text);
        var text = $"{CitedText.Display(sentence.Text)} {CitedText.Marker(1)}";
        var shortAnswer = question.Kind == QuestionKind.YesNo
            ? Claim.Read(sentence.Text).NegationCount % 2 == Claim.Read(question.Text).NegationCount % 2 ? "Yes" : "No"
            : ShortAnswer(question, sentence, weights);
        return new AnswerDraft(AnswerOutcome.Answered, Reason: null, text, shortAnswer, confidence, [citation]);
    }

    /// <summary>Of the sentence's candidates that are no part of the question the one that stands nearest to the question's words.</summary>
    private static string? ShortAnswer(Question question, CandidateSentence sentence, Dictionary<string, double> weights)
    {
        var text = sentence.Passage.Document.Text;
        var matches = sentence.Tokens.Where(t => weights.ContainsKey(t.Term)).ToList();
        var candidates = AnswerSpanScanner.Scan(text, sentence.Span, question.Kind)
            .Where(span => sentence.Tokens.Exists(t => Inside(t.Span, span) && !weights.ContainsKey(t.Term)))
            .ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        if (question.Kind == QuestionKind.List)
        {
            return string.Join(CitationVerifier.ListSeparator, candidates.Select(span => CitedText.Display(text.Substring(span.Start, span.Length))));
        }

        var best = candidates.MaxBy(span => matches.Sum(t => weights[t.Term] / (8 + Distance(span, t.Span))));
        return CitedText.Display(text.Substring(best.Start, best.Length));

        bool Inside(TextSpan token, TextSpan span) =>
            span.Contains(new TextSpan(sentence.Span.Start + token.Start, sentence.Span.Start + token.End));

        int Distance(TextSpan span, TextSpan token)
        {
            var (start, end) = (sentence.Span.Start + token.Start, sentence.Span.Start + token.End);
            return Math.Max(0, Math.Max(start - span.End, span.Start - end));
        }
    }
}
