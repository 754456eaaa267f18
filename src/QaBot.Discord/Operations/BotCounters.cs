using QaBot.Answering;

namespace QaBot.Discord.Operations;

/// <summary>What has happened since the start.</summary>
public sealed class BotCounters
{
    private const int Remembered = 1024;
    private readonly Lock _lock = new();
    private readonly Queue<double> _latencies = new();
    private long _questions;
    private long _answered;
    private long _abstentions;
    private long _errors;
    private long _limited;
    private long _votes;

    /// <summary>Questions taken.</summary>
    public long Questions => Interlocked.Read(ref _questions);

    /// <summary>Of these, questions with an answer.</summary>
    public long Answers => Interlocked.Read(ref _answered);

    /// <summary>Of these, questions that the sources do not answer.</summary>
    public long Abstentions => Interlocked.Read(ref _abstentions);

    /// <summary>What went wrong.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Questions not taken because of a limit.</summary>
    public long Limited => Interlocked.Read(ref _limited);

    /// <summary>Judgements of answers.</summary>
    public long Votes => Interlocked.Read(ref _votes);

    /// <summary>The 95th percentile of the time from a question's arrival to its answer's acceptance by Discord, in milliseconds; of the last 1,024 questions.</summary>
    public double LatencyP95
    {
        get
        {
            lock (_lock)
            {
                return _latencies.Count == 0 ? 0 : _latencies.Order().ElementAt((int)(0.95 * (_latencies.Count - 1)));
            }
        }
    }

    internal void Asked() => Interlocked.Increment(ref _questions);

    internal void Failed() => Interlocked.Increment(ref _errors);

    internal void Refused() => Interlocked.Increment(ref _limited);

    internal void Voted() => Interlocked.Increment(ref _votes);

    internal void Answered(AnswerOutcome outcome, TimeSpan latency)
    {
        Interlocked.Increment(ref outcome == AnswerOutcome.Answered ? ref _answered : ref _abstentions);
        lock (_lock)
        {
            _latencies.Enqueue(latency.TotalMilliseconds);
            if (_latencies.Count > Remembered)
            {
                _latencies.Dequeue();
            }
        }
    }
}
