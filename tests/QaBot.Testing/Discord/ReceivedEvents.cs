using System.Collections.Concurrent;
using QaBot.Discord;
using QaBot.Discord.Events;

namespace QaBot.Testing.Discord;

/// <summary>Runs a transport and keeps what it receives.</summary>
public sealed class ReceivedEvents : IAsyncDisposable
{
    private readonly IDiscordTransport _transport;
    private readonly DiscordDouble _server;

    /// <summary>Begins to receive.</summary>
    public ReceivedEvents(IDiscordTransport transport, DiscordDouble server)
    {
        (_transport, _server) = (transport, server);
        Ended = ReceiveAsync();
    }

    /// <summary>Every event so far.</summary>
    public ConcurrentQueue<DiscordEvent> All { get; } = new();

    /// <summary>Done when the events end; faulted when the transport cannot go on.</summary>
    public Task Ended { get; }

    /// <summary>Waits for the first event of a kind that fits.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool>? fits = null)
        where T : DiscordEvent
    {
        bool Fits(T received) => fits is null || fits(received);
        await _server.UntilAsync(() => Ended.IsFaulted || All.OfType<T>().Any(Fits));
        return All.OfType<T>().FirstOrDefault(Fits) ?? throw Ended.Exception!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            await foreach (var received in _transport.ReceiveAsync())
            {
                _server.Note(() => All.Enqueue(received));
            }
        }
        finally
        {
            _ = Task.Run(() => _server.Note(() => { }));
        }
    }
}
