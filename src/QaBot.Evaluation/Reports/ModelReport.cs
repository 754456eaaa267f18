using QaBot.Answering;
using QaBot.Evaluation.Runs;

namespace QaBot.Evaluation.Reports;

/// <summary>What a model's part in the answers was, and what it cost.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Worded">Answers and abstentions that are the model's.</param>
/// <param name="Notices">How often each notice was given, such as <c>nothing-verified</c>.</param>
/// <param name="Usage">The tokens of all answers together.</param>
/// <param name="Cost">What they cost at the prices of the settings, or null where none are set.</param>
public sealed record ModelReport(string Model, int Worded, IReadOnlyDictionary<string, int> Notices, TokenUsage Usage, double? Cost)
{
    /// <summary>The part of a model in a run's answers; null where it was never reached.</summary>
    internal static ModelReport? Of(IEnumerable<AnswerJson> answers, ModelPrices? prices)
    {
        var asked = answers.Where(answer => answer.Usage is not null || answer.Notice is not null).ToList();
        if (Sum(asked.Select(answer => answer.Usage)) is not { } usage)
        {
            return null;
        }

        var notices = asked.Where(answer => answer.Notice is not null).CountBy(answer => answer.Notice!.Kind).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
        var worded = asked.Count(answer => answer.Engine is { } engine && engine.Answerer != ReaderName);
        return new ModelReport(usage.Model, worded, notices, usage, prices?.Of(usage.InputTokens, usage.OutputTokens));
    }

    /// <summary>The sum of usages, or null where there is none.</summary>
    internal static TokenUsage? Sum(IEnumerable<TokenUsage?> usages) => usages.OfType<TokenUsage>().Aggregate((TokenUsage?)null, (sum, usage) => sum is null ? usage : sum with
    {
        InputTokens = sum.InputTokens + usage.InputTokens,
        CachedInputTokens = sum.CachedInputTokens + usage.CachedInputTokens,
        OutputTokens = sum.OutputTokens + usage.OutputTokens,
        Calls = sum.Calls + usage.Calls,
        Estimated = sum.Estimated || usage.Estimated,
    });

    private const string ReaderName = "reader";
}
