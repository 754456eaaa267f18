using QaBot.Answering;

namespace QaBot.Chat;

/// <summary>Adds up what the calls of one question cost.</summary>
internal sealed class UsageTally(string model)
{
    /// <summary>The sum, or null before the first call that was answered.</summary>
    public TokenUsage? Usage { get; private set; }

    /// <summary>Adds a call; what the endpoint did not report is estimated.</summary>
    public void Add(AnswerGenerator generator, GenerationRequest request, ModelReading reading)
    {
        if (!reading.HasBegun)
        {
            return;
        }

        var before = Usage ?? new TokenUsage(model, 0, 0, 0, 0, Estimated: false);
        Usage = before with
        {
            InputTokens = before.InputTokens + (reading.Usage?.InputTokenCount ?? TokenEstimate.Of(generator.Render(request))),
            CachedInputTokens = before.CachedInputTokens + (reading.Usage?.CachedInputTokenCount ?? 0),
            OutputTokens = before.OutputTokens + (reading.Usage?.OutputTokenCount ?? reading.Written),
            Calls = before.Calls + 1,
            Estimated = before.Estimated || reading.Usage?.InputTokenCount is null || reading.Usage.OutputTokenCount is null,
        };
    }
}
