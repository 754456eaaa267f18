namespace QaBot.Discord.Gateway;

/// <summary>Keeps one connection to the gateway: begins a session, resumes it after a break, and gives up only where Discord says so.</summary>
/// <param name="id">Which one it is.</param>
/// <param name="context">What it shares with the others.</param>
internal sealed class Shard(ShardId id, ShardContext context)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private Session? _session;
    private Connection? _connection;
    private bool _skipsResumeUrl;
    private int _failures;

    /// <summary>Connections made.</summary>
    public long Connections { get; private set; }

    /// <summary>Whether its session is going on.</summary>
    public bool IsReady => _connection?.IsReady == true;

    /// <summary>Of the last heartbeat.</summary>
    public TimeSpan? Latency => _connection?.Latency;

    /// <summary>Connects again and again until it is stopped.</summary>
    /// <exception cref="DiscordException">No connection can succeed.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            ConnectionEnd end;
            try
            {
                end = await ConnectAsync(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            if (stopping.IsCancellationRequested)
            {
                return;
            }

            if (end.Fault is { } fault)
            {
                throw fault;
            }

            _session = end.KeepsSession ? _session : null;
            var wait = end.Wait ?? (_failures == 0 ? context.Jitter.Part(FirstBackoff) : context.Jitter.Backoff(_failures, FirstBackoff, LongestBackoff));
            GatewayLog.Disconnected(context.Log, id, end.Why, wait.TotalSeconds);
            if (_failures == 1 && end.IsClosedByServer)
            {
                // Not every server has a close code for a wrong token.
                await context.CheckToken(stopping).ConfigureAwait(false);
            }

            await Task.Delay(wait, context.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One connection from its beginning to its end.</summary>
    private async Task<ConnectionEnd> ConnectAsync(CancellationToken stopping)
    {
        if (_session is null)
        {
            var plan = await context.Plan(stopping).ConfigureAwait(false);
            if (plan.Remaining <= 5)
            {
                GatewayLog.FewStarts(context.Log, id, plan.Remaining, plan.ResetAfter.TotalMinutes);
            }

            await context.Gate.EnterAsync(id, plan, stopping).ConfigureAwait(false);
        }

        using var connection = new Connection(id, context, _session);
        lock (_lock)
        {
            _connection = connection;
        }

        Connections++;
        var end = await connection.RunAsync(ResumeUrl(), stopping).ConfigureAwait(false);

        // An address to resume at that cannot be reached is tried once: then the gateway's own.
        _skipsResumeUrl = !connection.IsOpened && !_skipsResumeUrl;
        _session = connection.Session;
        _failures = connection.WasReady ? 0 : _failures + 1;
        return end;
    }

    private Uri ResumeUrl() => _session?.Url is { } url && !_skipsResumeUrl ? url : context.Url;
}
