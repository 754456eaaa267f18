using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace QaBot.Testing.Discord;

/// <summary>A Discord of our own on loopback, over real HTTP and WebSocket: it refuses what Discord refuses, and remembers what it was sent.</summary>
public sealed partial class DiscordDouble : IAsyncDisposable
{
    /// <summary>The bot's user.</summary>
    public const ulong BotId = 900_000_000_000_000_001;

    /// <summary>The bot's application.</summary>
    public const ulong ApplicationId = 900_000_000_000_000_002;

    private const string SettlePath = "/settle";
    private static readonly HttpClient Visitor = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private readonly WebApplication _app;
    private readonly DoubleGateway _gateway;
    private readonly DoubleRest _rest;
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _downUntil = long.MinValue;
    private ulong _lastId = 1_000_000_000_000_000_000;

    private DiscordDouble(DiscordDoubleOptions options)
    {
        Options = options;
        _gateway = new DoubleGateway(this, options);
        _rest = new DoubleRest(this, _gateway, options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(context => context.WebSockets.IsWebSocketRequest
            ? AcceptAsync(context)
            : context.Request.Path.Value == SettlePath ? Task.CompletedTask
            : _rest.HandleAsync(context));
    }

    /// <summary>Its options.</summary>
    public DiscordDoubleOptions Options { get; }

    /// <summary>Where its REST interface is.</summary>
    public string ApiUrl { get; private set; } = "";

    /// <summary>Where its gateway is.</summary>
    public string GatewayUrl { get; private set; } = "";

    /// <summary>What was wrong with what it was sent.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Every request.</summary>
    public ConcurrentQueue<RestCall> Calls { get; } = new();

    /// <summary>Sessions begun: shard and count.</summary>
    public ConcurrentQueue<(int Index, int Count)> Identifies { get; } = new();

    /// <summary>How the bot ended its connections: the code, or null where it just went.</summary>
    public ConcurrentQueue<int?> CloseCodes { get; } = new();

    /// <summary>Messages of the bot, private ones too, in the order of their sending.</summary>
    public ConcurrentQueue<DoubleMessage> Messages { get; } = new();

    /// <summary>The commands that are registered.</summary>
    public JsonArray Commands { get; internal set; } = [];

    /// <summary>The servers the bot is in, with their threads and the channels of these.</summary>
    public ConcurrentDictionary<ulong, IReadOnlyDictionary<ulong, ulong>> Guilds { get; } = new();

    /// <summary>Connections opened.</summary>
    public int ConnectionCount { get; internal set; }

    /// <summary>Heartbeats received.</summary>
    public int Heartbeats { get; internal set; }

    /// <summary>Resumptions asked for.</summary>
    public int Resumes { get; internal set; }

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>Whether every resumption is refused.</summary>
    public bool RefusesResume { get; set; }

    /// <summary>The close code that answers an identify, or null to take it.</summary>
    public int? IdentifyFault { get; set; }

    /// <summary>How often each dispatch is sent.</summary>
    public int DispatchTimes { get; set; } = 1;

    /// <summary>What happens to a request before it is carried out; null for nothing.</summary>
    public Func<RestCall, RestFault?>? OnCall { get; set; }

    /// <summary>Messages of users that have been deleted: nothing can reply to them.</summary>
    public ConcurrentBag<ulong> Deleted { get; } = [];

    /// <summary>Whether it is down: every request is answered with 503.</summary>
    public bool IsDown => Options.Time.GetTimestamp() < Volatile.Read(ref _downUntil);

    /// <summary>The frames after which the next connections are cut, one number a connection.</summary>
    public ConcurrentQueue<int> Cuts { get; } = new();

    /// <summary>Starts a double.</summary>
    public static async Task<DiscordDouble> StartAsync(DiscordDoubleOptions? options = null)
    {
        var server = new DiscordDouble(options ?? new DiscordDoubleOptions());
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.ApiUrl = address + "/api/v10/";
        server.GatewayUrl = address.Replace("http://", "ws://", StringComparison.Ordinal) + "/gw";
        return server;
    }

    /// <summary>
    /// Gives what is on its way the time to arrive, on a slow machine more of it: what a test has set off goes through the same sockets and threads
    /// as the visits that are made here.
    /// </summary>
    public async Task SettleAsync()
    {
        for (var visit = 0; visit < 3; visit++)
        {
            await Task.Delay(1);
            (await Visitor.GetAsync(new Uri(new Uri(ApiUrl), SettlePath))).Dispose();
        }
    }

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">For half a minute nothing has happened, or for five it is not so; the message has what happened instead.</exception>
    public async Task UntilAsync(Func<bool> condition)
    {
        var (started, changedAt) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (condition())
            {
                return;
            }

            // What the bot counts itself, no request tells: that is looked at now and then.
            await Task.WhenAny(changed, Task.Delay(Glance, CancellationToken.None));
            changedAt = changed.IsCompleted ? Stopwatch.GetTimestamp() : changedAt;
            if (Stopwatch.GetElapsedTime(changedAt) > Patience || Stopwatch.GetElapsedTime(started) > LongestPatience)
            {
                throw new TimeoutException($"Not so after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s. Violations: {string.Join("; ", Violations)}. Calls: {string.Join("\n", Calls.TakeLast(10))}");
            }
        }
    }

    /// <summary>Waits for the message that fits, and gives it.</summary>
    public async Task<DoubleMessage> MessageAsync(Func<DoubleMessage, bool> fits)
    {
        await UntilAsync(() => Messages.Any(fits));
        return Messages.First(fits);
    }

    /// <summary>An id that no other has.</summary>
    public ulong NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Ends every connection without a word.</summary>
    public void CutConnections() => Each(connection => connection.Cut());

    /// <summary>Leaves every connection open and does nothing on it any more.</summary>
    public void FreezeConnections() => Each(connection => connection.Freeze());

    /// <summary>Closes every connection with a code, and says why.</summary>
    public Task CloseConnectionsAsync(int code, string reason = "") => Task.WhenAll(_gateway.Connections.Select(connection => connection.CloseAsync(code, reason)));

    /// <summary>Answers every request with 503, for as long by its clock.</summary>
    public void GoDown(TimeSpan duration) =>
        Volatile.Write(ref _downUntil, Options.Time.GetTimestamp() + (long)(duration.TotalSeconds * Options.Time.TimestampFrequency));

    /// <summary>Sends a frame on every connection.</summary>
    public void SendFrame(JsonObject frame) => Each(connection => connection.Send(frame));

    /// <summary>Sends bytes on every connection, whatever they are.</summary>
    public void SendRaw(byte[] frame) => Each(connection => connection.Send(frame));

    /// <summary>Forgets the sessions: none can be resumed.</summary>
    public void ForgetSessions() => _gateway.ForgetSessions();

    /// <summary>Ends it; every request that it was sent is judged by Discord's own description, where that is there.</summary>
    public async ValueTask DisposeAsync()
    {
        CutConnections();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        if (OpenApiJudge.Shared is { } judge && !Options.TakesOthersPayloads && Calls.SelectMany(judge.Judge).Take(5).ToList() is { Count: > 0 } faults)
        {
            throw new InvalidOperationException("Discord's description of its interface does not allow what was sent: " + string.Join("; ", faults));
        }
    }

    internal void Note(Action change)
    {
        lock (_lock)
        {
            change();
        }

        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    internal void Violate(string what) => Note(() => Violations.Enqueue(what));

    internal int TakeFramesUntilCut() => Cuts.TryDequeue(out var frames) ? frames : int.MaxValue;

    internal JsonObject Ready(string session, int index, int count) => new()
    {
        ["v"] = 10,
        ["user"] = new JsonObject { ["id"] = Id(BotId), ["username"] = "qabot-double", ["discriminator"] = "0", ["bot"] = true },
        ["private_channels"] = new JsonArray(),
        ["guilds"] = new JsonArray([.. Guilds.Keys.Select(guild => (JsonNode)new JsonObject { ["id"] = Id(guild), ["unavailable"] = true })]),
        ["session_id"] = session,
        ["resume_gateway_url"] = Options.IsLoose ? "wss://127.0.0.1:9" : GatewayUrl.Replace("/gw", "/resume", StringComparison.Ordinal),
        ["shard"] = new JsonArray(index, count),
        ["application"] = new JsonObject { ["id"] = Id(ApplicationId), ["flags"] = 0 },
    };

    internal static JsonObject GuildCreate(ulong guild, IReadOnlyDictionary<ulong, ulong> threads) => new()
    {
        ["id"] = Id(guild),
        ["name"] = "a server",
        ["unavailable"] = false,
        ["owner_id"] = Id(Alice),
        ["channels"] = new JsonArray(new JsonObject { ["id"] = Id(Channel), ["type"] = 0, ["name"] = "general", ["position"] = 0, ["permission_overwrites"] = new JsonArray() }),
        ["roles"] = new JsonArray(new JsonObject { ["id"] = Id(guild), ["name"] = "@everyone", ["color"] = 0, ["permissions"] = "0", ["position"] = 0 }),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["members"] = new JsonArray(),
        ["member_count"] = 2,
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["preferred_locale"] = "en-US",
        ["threads"] = new JsonArray([.. threads.Select(thread => (JsonNode)new JsonObject { ["id"] = Id(thread.Key), ["parent_id"] = Id(thread.Value), ["type"] = 11, ["name"] = "a thread", ["owner_id"] = Id(Alice), ["message_count"] = 0, ["member_count"] = 1, ["thread_metadata"] = new JsonObject { ["archived"] = false, ["auto_archive_duration"] = 60, ["archive_timestamp"] = "2026-11-22T10:00:00.000000+00:00", ["locked"] = false } })]),
    };

    internal static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private void Each(Action<DoubleConnection> action)
    {
        foreach (var connection in _gateway.Connections.ToList())
        {
            action(connection);
        }
    }

    private async Task AcceptAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            Violate("the gateway was opened without a User-Agent");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await _gateway.ServeAsync(socket, context.Request.QueryString.Value ?? "");
    }
}
