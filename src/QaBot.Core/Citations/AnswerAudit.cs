using System.Collections.Concurrent;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>Checks answers' objects that may have been changed by anyone: first their form, then what they say.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="corpus">The documents that they cite.</param>
/// <param name="chunking">How those are cut into passages.</param>
public sealed class AnswerAudit(Corpus corpus, ChunkingOptions chunking)
{
    private const string Malformed = "Malformed";
    private readonly ConcurrentDictionary<Document, Dictionary<string, Passage>> _passages = [];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FaultJson> Audit(AnswerJson answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (FormFault(answer) is { } fault)
        {
            return [new FaultJson(Malformed, fault)];
        }

        var outcome = answer.Outcome == "answered" ? AnswerOutcome.Answered : AnswerOutcome.Abstained;
        var citations = answer.Citations.Select(citation => citation.ToCitation()!).ToList();
        return answer.Outcome == "refused"
            ? []
            : [.. CitationVerifier
                .Verify(outcome, answer.Answer, answer.ShortAnswer, citations, corpus, answer.ReadAs ?? answer.Question, answer.ToAbstentionReason())
                .Concat(citations.Where(citation => !IsInPassage(citation)).Select(citation => new VerificationFault(
                    FaultKind.PassageDiffers, $"[{citation.Number}]: passage {citation.Passage} is not there or does not hold {citation.Span}.")))
                .Select(f => new FaultJson(f.Kind.ToString(), f.Message))];
    }

    /// <summary>Whether a citation's passage has its quote; true where the document is not there, which is a fault of its own.</summary>
    private bool IsInPassage(Citation citation)
    {
        if (corpus.Find(citation.Document) is not { } document)
        {
            return true;
        }

        var passages = _passages.GetOrAdd(document, cited => Chunker.Chunk(cited, chunking).ToDictionary(passage => passage.Id));
        return passages.TryGetValue(citation.Passage, out var passage) && passage.Span.Contains(citation.Span);
    }

    private static string? FormFault(AnswerJson answer)
    {
        if (answer.Question is null || answer.Answer is null || answer.Citations is null
            || answer.Citations.Any(citation => citation is null or { Document: null } or { DocumentHash: null } or { Passage: null } or { Quote: null }))
        {
            return "The object has a null where there must be a value.";
        }

        if (answer.Citations.FirstOrDefault(citation => citation.ToCitation() is null) is { } backwards)
        {
            return $"[{backwards.Number}]: {backwards.Start}-{backwards.End} is not a range.";
        }

        if (answer is not { Confidence: >= 0 and <= 1, ElapsedMs: >= 0 })
        {
            return "The confidence is not from 0 to 1, or the time is negative.";
        }

        return answer.Outcome switch
        {
            "answered" => answer.Reason is null ? null : "The outcome is answered, and there is a reason.",
            "abstained" => answer.ToAbstentionReason() is null ? "The outcome is abstained, and the reason is none of an abstention's." : null,
            "refused" => string.IsNullOrWhiteSpace(answer.Reason) ? "The outcome is refused, and no sentence says why." : answer is { Answer: "", Citations.Count: 0, ShortAnswer: null } ? null : "The outcome is refused, and there is an answer.",
            _ => $"The outcome “{answer.Outcome}” is none of answered, abstained and refused.",
        };
    }
}
