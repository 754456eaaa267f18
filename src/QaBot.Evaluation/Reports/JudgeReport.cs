using QaBot.Answering;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Runs;

namespace QaBot.Evaluation.Reports;

/// <summary>What a grading model said about the answers.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Correct">Answers that it calls right.</param>
/// <param name="Incorrect">Answers that it calls wrong.</param>
/// <param name="Unreadable">Answers that it gave no verdict on.</param>
/// <param name="Agreeing">Verdicts that are those of the deterministic judgement.</param>
/// <param name="Usage">The tokens of all gradings together.</param>
/// <param name="Cost">What they cost at the prices of the settings, or null where none are set.</param>
public sealed record JudgeReport(string Model, int Correct, int Incorrect, int Unreadable, int Agreeing, TokenUsage? Usage, double? Cost)
{
    /// <summary>The verdicts of a run.</summary>
    internal static JudgeReport? Of(EvaluationOptions options, IReadOnlyList<Observation> rows, IReadOnlyList<Judgement> judgements)
    {
        if (options.Grader is not { } grader)
        {
            return null;
        }

        var verdicts = rows.Zip(judgements, (row, judgement) => (Said: row.Grade?.IsCorrect, judgement.Correct)).ToList();
        var usage = ModelReport.Sum(rows.Select(row => row.Grade?.Usage));
        return new JudgeReport(
            grader.Model,
            verdicts.Count(verdict => verdict.Said == true),
            verdicts.Count(verdict => verdict.Said == false),
            verdicts.Count(verdict => verdict.Said is null),
            verdicts.Count(verdict => verdict.Said == verdict.Correct),
            usage,
            usage is null ? null : options.Prices?.Of(usage.InputTokens, usage.OutputTokens));
    }
}
