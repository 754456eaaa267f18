using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QaBot.Telemetry;

/// <summary>The traces and metrics of questions: one source and one meter of this name. No text of a question or an answer is part of them.</summary>
/// <remarks>Names and units follow OpenTelemetry's semantic conventions. Without a listener a span is null and a measurement is a comparison.</remarks>
public static class QuestionTelemetry
{
    /// <summary>The name of the source of spans, and of the meter.</summary>
    public const string Name = "QaBot";

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private static readonly Meter Meter = new(Name, QuestionAnswerer.Version);

    /// <summary>What spans are started from.</summary>
    internal static ActivitySource Source { get; } = new(Name, QuestionAnswerer.Version);

    /// <summary>Questions, by what became of them.</summary>
    internal static Counter<long> Questions { get; } = Meter.CreateCounter<long>("qabot.questions", "{question}", "Questions by outcome, reason and answerer.");

    /// <summary>How long they took, with waiting.</summary>
    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "qabot.question.duration", "s", "Time from a question to its answer, waiting included.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    /// <summary>Questions in work.</summary>
    internal static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>("qabot.question.active", "{question}", "Questions in work, those that wait included.");

    /// <summary>Questions that wait to be read.</summary>
    internal static UpDownCounter<long> Queue { get; } = Meter.CreateUpDownCounter<long>("qabot.reader.queue", "{question}", "Questions that wait for a turn of the reader.");

    /// <summary>Does a step in a span of its own.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="step">The step.</param>
    internal static async Task<T> StepAsync<T>(string name, Func<Task<T>> step)
    {
        using var span = Source.StartActivity(name);
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception e) when (span is not null)
        {
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            throw;
        }
    }
}
