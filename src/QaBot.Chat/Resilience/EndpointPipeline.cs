using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using QaBot.Answering;
using QaBot.Chat.Endpoints;

namespace QaBot.Chat.Resilience;

/// <summary>How requests to one endpoint are made again, and when they are not made at all.</summary>
internal static class EndpointPipeline
{
    private const double FailureRatio = 0.9;
    private const int FewestFailures = 5;

    /// <summary>Who is asked to wait for longer does not wait: the answer comes without the model.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Sampling = TimeSpan.FromMinutes(1);

    /// <summary>Retries outside, the breaker inside: an open circuit is not tried again.</summary>
    public static ResiliencePipeline Create(ChatEndpointOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ChatFaultException>(IsWorthWaiting),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstWait,
                UseJitter = true,
                MaxDelay = LongestWait,
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ChatFaultException)?.RetryAfter),
            });
        }

        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ChatFaultException>(fault => EndpointFaults.IsTransient(fault.Fault)),
            FailureRatio = FailureRatio,
            MinimumThroughput = FewestFailures,
            SamplingDuration = Sampling,
            BreakDuration = TimeSpan.FromSeconds(options.BreakDuration),
        }).Build();
    }

    private static bool IsWorthWaiting(ChatFaultException fault) =>
        EndpointFaults.IsTransient(fault.Fault) && (fault.RetryAfter is not { } wait || wait <= LongestWait);
}
