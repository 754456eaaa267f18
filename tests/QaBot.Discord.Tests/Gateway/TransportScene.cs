using QaBot.Discord.Events;
using QaBot.Discord.Gateway;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Gateway;

/// <summary>The built-in transport, connected to a double.</summary>
internal sealed class TransportScene : IAsyncDisposable
{
    private TransportScene(DiscordDouble server, DiscordOptions options, TimeProvider? time)
    {
        Server = server;
        Time = time as ManualTime;

        // No chance: waits are as long as they can be, so that a test moves the clock by what the documentation says; without a clock, none at all.
        Transport = new GatewayTransport(options, Log, time, new Jitter(() => time is null ? 0 : 0.999));
        Events = new ReceivedEvents(Transport, server);
    }

    public DiscordDouble Server { get; }

    public ManualTime? Time { get; }

    public GatewayTransport Transport { get; }

    public ReceivedEvents Events { get; }

    public TestLog Log { get; } = new();

    public static async Task<TransportScene> StartAsync(
        DiscordDoubleOptions? server = null, Func<DiscordDouble, DiscordOptions>? configure = null, TimeProvider? time = null, Action<DiscordDouble>? prepare = null)
    {
        server ??= new DiscordDoubleOptions();
        var fake = await DiscordDouble.StartAsync(time is null ? server : server with { Time = time });
        prepare?.Invoke(fake);
        return new TransportScene(fake, configure?.Invoke(fake) ?? Options(fake), time);
    }

    public static async Task<TransportScene> ReadyAsync(
        DiscordDoubleOptions? server = null, TimeProvider? time = null, Func<DiscordDouble, DiscordOptions>? configure = null)
    {
        var scene = await StartAsync(server, configure, time);
        await scene.Events.NextAsync<ReadyEvent>();
        return scene;
    }

    public static DiscordOptions Options(DiscordDouble server) => new() { Token = server.Options.Token, ApiUrl = server.ApiUrl, RequestsPerSecond = 1000 };

    /// <summary>Lets time pass in steps until something is so.</summary>
    public async Task PassUntilAsync(Func<bool> condition, double step = 1)
    {
        for (var i = 0; i < 400 && !condition(); i++)
        {
            Time!.Advance(TimeSpan.FromSeconds(step));
            await Task.Delay(5);
        }

        await Server.UntilAsync(condition);
    }

    public IEnumerable<string> Contents => Events.All.OfType<MessageEvent>().Select(message => message.Content);

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Server.DisposeAsync();
    }
}
