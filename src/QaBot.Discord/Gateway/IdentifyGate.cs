namespace QaBot.Discord.Gateway;

/// <summary>Spaces the beginnings of sessions: one in five seconds for each of Discord's concurrency keys.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#rate-limiting: the key is the shard's index modulo max_concurrency.</remarks>
/// <param name="time">The clock.</param>
internal sealed class IdentifyGate(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<int, long> _last = [];

    /// <summary>Waits until a shard may identify.</summary>
    public async Task EnterAsync(ShardId shard, GatewayPlan plan, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (plan.Remaining <= 0)
            {
                await Task.Delay(plan.ResetAfter, time, cancellationToken).ConfigureAwait(false);
            }

            var key = shard.Index % plan.MaxConcurrency;
            if (_last.TryGetValue(key, out var last) && Spacing - time.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            _last[key] = time.GetTimestamp();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
