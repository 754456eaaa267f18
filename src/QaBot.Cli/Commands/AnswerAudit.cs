using QaBot.Answering;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Cli.Commands;

/// <summary>Checks an answer's object that may have been changed by anyone: first its form, then what it says.</summary>
internal static class AnswerAudit
{
    private const string Malformed = "Malformed";

    /// <summary>What is wrong with it.</summary>
    public static IReadOnlyList<FaultJson> Audit(AnswerJson answer, Corpus corpus)
    {
        if (FormFault(answer) is { } fault)
        {
            return [new FaultJson(Malformed, fault)];
        }

        var outcome = answer.Outcome == "answered" ? AnswerOutcome.Answered : AnswerOutcome.Abstained;
        var citations = answer.Citations.Select(citation => citation.ToCitation()!).ToList();
        return answer.Outcome == "refused"
            ? []
            : [.. CitationVerifier.Verify(outcome, answer.Answer, answer.ShortAnswer, citations, corpus).Select(f => new FaultJson(f.Kind.ToString(), f.Message))];
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

        return answer.Outcome switch
        {
            "answered" => answer.Reason is null ? null : "The outcome is answered, and there is a reason.",
            "abstained" => answer.Reason is null ? "The outcome is abstained, and there is no reason." : null,
            "refused" => answer is { Answer: "", Citations.Count: 0, ShortAnswer: null } ? null : "The outcome is refused, and there is an answer.",
            _ => $"The outcome “{answer.Outcome}” is none of answered, abstained and refused.",
        };
    }
}
