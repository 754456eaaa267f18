using System.Diagnostics;
using QaBot.Answering;

namespace QaBot.Telemetry;

/// <summary>One question as it is traced and measured, from its start until it is disposed of.</summary>
internal sealed class MeasuredQuestion : IDisposable
{
    /// <summary>The outcome of a question that has no answer: its asker has gone, or it failed.</summary>
    public const string Unfinished = "unfinished";

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Activity? _span;

    /// <summary>Begins.</summary>
    /// <param name="text">The question, of which the length is told.</param>
    /// <param name="time">The clock.</param>
    public MeasuredQuestion(string text, TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        _span = QuestionTelemetry.Source.StartActivity("ask");
        _span?.SetTag("qabot.question.length", text.Length);
        QuestionTelemetry.Active.Add(1);
    }

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>The answer, once there is one.</summary>
    public Answer? Answer { get; set; }

    /// <summary>Makes its span the one that further ones belong to: whoever takes a step of a stream goes on in a context of their own.</summary>
    public void Resume() => Resume(_span);

    /// <summary>Makes a span the current one, where there is one.</summary>
    public static void Resume(Activity? span)
    {
        if (span is not null)
        {
            Activity.Current = span;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var outcome = Answer is null ? Unfinished : AnswerJson.Name(Answer.Outcome);
        var reason = Answer?.Reason is { } given ? AnswerJson.Name(given) : null;
        if (_span is not null)
        {
            _span.SetTag("qabot.outcome", outcome).SetTag("qabot.reason", reason).SetTag("qabot.answerer", Answer?.Engine.Answerer)
                .SetTag("qabot.citations", Answer?.Citations.Count).SetTag("qabot.notice", Answer?.Notice is { } notice ? NoticeJson.Of(notice).Kind : null);
            _span.Dispose();
        }

        QuestionTelemetry.Active.Add(-1);
        if (QuestionTelemetry.Questions.Enabled || QuestionTelemetry.Duration.Enabled)
        {
            var tags = new TagList { { "qabot.outcome", outcome } };
            if (Answer is { } answer)
            {
                tags.Add("qabot.answerer", answer.Engine.Answerer);
            }

            QuestionTelemetry.Duration.Record(Elapsed.TotalSeconds, tags);
            if (reason is not null)
            {
                tags.Add("qabot.reason", reason);
            }

            QuestionTelemetry.Questions.Add(1, tags);
        }
    }
}
