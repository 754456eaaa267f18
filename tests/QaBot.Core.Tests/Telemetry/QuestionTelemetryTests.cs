using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using QaBot.Telemetry;
using QaBot.Testing;
using Xunit;

namespace QaBot.Core.Tests.Telemetry;

public sealed class QuestionTelemetryTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = [];
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags, ActivityTraceId Trace)> _measured = [];
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    /// <summary>Other tests ask at the same time: what belongs to this one has its trace.</summary>
    private readonly Activity _test = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

    public QuestionTelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == QuestionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == QuestionTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.Start();
    }

    private List<Activity> Spans => [.. _stopped.Where(span => span.TraceId == _test.TraceId)];

    public void Dispose()
    {
        _test.Dispose();
        _listener.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public async Task AskAsync_Answered_HasASpanForEachStepBelowThatOfTheQuestion()
    {
        await InventedBiography.Answerer.AskAsync("Where was Aldermann born?");

        var asked = Assert.Single(Spans, span => span.OperationName == "ask");
        Assert.Equal(["resolve", "retrieve", "read", "verify"], Spans.Where(span => span.ParentSpanId == asked.SpanId).Select(span => span.OperationName));
        Assert.Equal(_test.SpanId, asked.ParentSpanId);
        Assert.Equal("answered", asked.GetTagItem("qabot.outcome"));
        Assert.Equal("reader", asked.GetTagItem("qabot.answerer"));
        Assert.Equal(1, asked.GetTagItem("qabot.citations"));
        Assert.Equal("Where was Aldermann born?".Length, asked.GetTagItem("qabot.question.length"));
    }

    [Fact]
    public async Task AskAsync_AnyQuestion_LeavesNoTextInItsSpans()
    {
        await InventedBiography.Answerer.AskAsync("Where was Aldermann born?");

        Assert.DoesNotContain(Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Value?.ToString() ?? ""), value => value.Contains("Aldermann", StringComparison.Ordinal) || value.Contains("Bergen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Where was Aldermann born?", "answered", null)]
    [InlineData("What is the boiling point of mercury?", "abstained", "not-in-source")]
    [InlineData("", "refused", null)]
    public async Task AskAsync_Outcome_IsCountedWithItsDuration(string question, string outcome, string? reason)
    {
        var answer = await InventedBiography.Answerer.AskAsync(question);

        var counted = Assert.Single(Own("qabot.questions"));
        Assert.Equal(outcome, counted.Tags["qabot.outcome"]);
        Assert.Equal(reason, counted.Tags.GetValueOrDefault("qabot.reason"));
        Assert.Equal(answer.Engine.Answerer, counted.Tags["qabot.answerer"]);
        var duration = Assert.Single(Own("qabot.question.duration"));
        Assert.Equal(outcome, duration.Tags["qabot.outcome"]);
        Assert.True(duration.Value >= answer.Elapsed.TotalSeconds);
        Assert.Equal([1, -1], Own("qabot.question.active").Select(measured => measured.Value));
        Assert.Equal(outcome == "refused" ? [] : [1, -1], Own("qabot.reader.queue").Select(measured => measured.Value));
    }

    [Fact]
    public async Task StreamAsync_Cancelled_IsCountedAsUnfinishedAndItsStepAsFailed()
    {
        using var cancelled = new CancellationTokenSource();
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, ranking: async (_, _, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
            return [];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answerer.AskAsync("Where was Aldermann born?", cancellationToken: cancelled.Token));

        Assert.Equal("unfinished", Assert.Single(Own("qabot.questions")).Tags["qabot.outcome"]);
        Assert.Equal([1, -1], Own("qabot.question.active").Select(measured => measured.Value));
        var step = Assert.Single(Spans, span => span.OperationName == "retrieve");
        Assert.Equal(ActivityStatusCode.Error, step.Status);
        Assert.Equal(typeof(OperationCanceledException).FullName, step.GetTagItem("error.type"));
    }

    [Fact]
    public async Task StreamAsync_AskerWithASpan_GetsItBack()
    {
        await foreach (var update in InventedBiography.Answerer.StreamAsync("Where was Aldermann born?"))
        {
            Assert.Same(_test, Activity.Current);
        }

        Assert.Same(_test, Activity.Current);
    }

    private List<(string Name, double Value, Dictionary<string, object?> Tags, ActivityTraceId Trace)> Own(string name) =>
        [.. _measured.Where(measured => measured.Name == name && measured.Trace == _test.TraceId)];

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(), Activity.Current?.TraceId ?? default));
}
