using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Commands;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;
using QaBot.Discord.Payloads;
using QaBot.Discord.Rest;

namespace QaBot.Discord.Gateway;

/// <summary>The built-in transport: Discord's gateway, version 10, for events, and its REST interface for answers.</summary>
public sealed class GatewayTransport : IDiscordTransport
{
    private const int MostWaitingEvents = 8192;
    private const int BadRequest = 400;

    /// <summary>Discord wants the first answer within 3 seconds; of these something is left for the way there.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(2.8);

    /// <summary>An interaction's token is valid for 15 minutes.</summary>
    private static readonly TimeSpan LaterAnswer = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TypingPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly Jitter _jitter;
    private readonly ILogger _log;
    private readonly RestClient _rest;
    private readonly IdentifyGate _gate;
    private readonly Channel<DiscordEvent> _events = Channel.CreateBounded<DiscordEvent>(MostWaitingEvents);
    private readonly CancellationTokenSource _stopping = new();
    private IReadOnlyList<Shard> _shards = [];
    private Task _running = Task.CompletedTask;
    private ulong _applicationId;
    private GatewayPlan? _firstPlan;

    /// <summary>Creates a transport that is not yet connected.</summary>
    /// <param name="options">Token, addresses and limits.</param>
    /// <param name="log">The log.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <param name="jitter">Chance, or null for random.</param>
    /// <exception cref="DiscordException">The token is missing or cannot be one.</exception>
    public GatewayTransport(DiscordOptions options, ILogger log, TimeProvider? time = null, Jitter? jitter = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        (_options, _log, _time, _jitter) = (options, log, time ?? TimeProvider.System, jitter ?? new Jitter());
        _rest = new RestClient(options, _time, _jitter, log);
        _gate = new IdentifyGate(_time);
    }

    /// <inheritdoc/>
    public TransportHealth Health
    {
        get
        {
            var shards = _shards;
            return new TransportHealth(
                shards.Count(shard => shard.IsReady), shards.Count, shards.Max(shard => shard.Latency), shards.Sum(shard => Math.Max(0, shard.Connections - 1)));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DiscordEvent> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var registration = cancellationToken.Register(_stopping.Cancel).ConfigureAwait(false);
        _running = RunAsync();
        await foreach (var received in _events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            _applicationId = received is ReadyEvent ready ? ready.ApplicationId : _applicationId;
            yield return received;
        }

        await _running.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RegisterCommandsAsync(IReadOnlyList<SlashCommand> commands, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes([.. commands.Select(CommandPayload.Of)], PayloadContext.Relaxed.CommandPayloadArray);
        await _rest.SendAsync(new RestRequest(Route.Commands(_applicationId, HttpMethod.Put), body), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task DeferAsync(Interaction interaction, bool isPrivate, CancellationToken cancellationToken = default) =>
        CallBackAsync(interaction, new CallbackPayload(CallbackPayload.Deferred, MessagePayload.Deferred(isPrivate)), cancellationToken);

    /// <inheritdoc/>
    public Task RespondAsync(Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default) =>
        CallBackAsync(interaction, new CallbackPayload(CallbackPayload.Message, MessagePayload.New(message, isPrivate)), cancellationToken);

    /// <inheritdoc/>
    public Task UpdateAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default) =>
        CallBackAsync(interaction, new CallbackPayload(CallbackPayload.Update, MessagePayload.Edit(message)), cancellationToken);

    /// <inheritdoc/>
    public async Task<SentMessage> CompleteAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var route = Route.EditAnswer(ApplicationOf(interaction), interaction.Token, messageId: null);
        return Sent(await SendAsync(route, MessagePayload.Edit(message), interaction, true, cancellationToken).ConfigureAwait(false), interaction);
    }

    /// <inheritdoc/>
    public async Task<SentMessage> FollowUpAsync(
        Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default)
    {
        var route = Route.FollowUp(ApplicationOf(interaction), interaction.Token);
        return Sent(await SendAsync(route, MessagePayload.New(message, isPrivate), interaction, false, cancellationToken).ConfigureAwait(false), interaction);
    }

    /// <inheritdoc/>
    public async Task<SentMessage> SendAsync(
        ulong channelId, OutgoingMessage message, ulong? replyTo, string nonce, CancellationToken cancellationToken = default)
    {
        var payload = MessagePayload.New(message) with
        {
            MessageReference = replyTo is { } id ? new ReferencePayload(id.ToString(System.Globalization.CultureInfo.InvariantCulture), FailIfNotExists: false) : null,
            Nonce = nonce,
            EnforceNonce = true,
        };
        var json = await SendAsync(Route.CreateMessage(channelId), payload, interaction: null, isRepeatable: true, cancellationToken).ConfigureAwait(false);
        return new SentMessage(json.Snowflake("id") ?? 0, channelId);
    }

    /// <inheritdoc/>
    public async Task EditAsync(SentMessage sent, OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var route = sent.Interaction is { } interaction
            ? Route.EditAnswer(ApplicationOf(interaction), interaction.Token, sent.Id)
            : Route.EditMessage(sent.ChannelId, sent.Id);
        await SendAsync(route, MessagePayload.Edit(message), sent.Interaction, isRepeatable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task TypeAsync(ulong channelId, CancellationToken cancellationToken = default)
    {
        try
        {
            var request = new RestRequest(Route.Type(channelId)) { Patience = TypingPatience, IsDroppable = true };
            await _rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            GatewayTransportLog.NotTyping(_log, e.Message);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_running, Task.Delay(StopPatience, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _rest.Dispose();
        _gate.Dispose();
    }

    /// <summary>Runs the shards until they are stopped or one of them cannot go on; the events end with it.</summary>
    private async Task RunAsync()
    {
        try
        {
            var plan = await PlanAsync(_stopping.Token).ConfigureAwait(false);
            _firstPlan = plan;
            var url = new Uri(_options.GatewayUrl == DiscordOptions.Auto ? plan.Url ?? "wss://gateway.discord.gg" : _options.GatewayUrl);
            var reader = new EventReader(new ThreadTable(), _time);
            var context = new ShardContext(
                BotToken.Parse(_options.Token), url, NextPlanAsync, _gate, reader, _events.Writer, _time, _jitter, _log);
            _shards = ShardId.Parse(_options.Shards) is { } one ? [new Shard(one, context)]
                : [.. Enumerable.Range(0, plan.Shards).Select(index => new Shard(new ShardId(index, plan.Shards), context))];
            var running = _shards.Select(shard => shard.RunAsync(_stopping.Token)).ToList();
            var ended = await Task.WhenAny([.. running, _rest.Unauthorized]).ConfigureAwait(false);
            await _stopping.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(false);
            await ended.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stopped before it was connected.
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }

    /// <summary>What Discord says now; for the first session, what it has just said.</summary>
    private async Task<GatewayPlan> NextPlanAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _firstPlan, null) ?? await PlanAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks about connecting until there is an answer; a server without such a question gets one shard.</summary>
    private async Task<GatewayPlan> PlanAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return GatewayPlan.Read(await _rest.SendAsync(new RestRequest(Route.GatewayBot), cancellationToken).ConfigureAwait(false));
            }
            catch (DiscordException e) when (!e.IsFatal && _options.GatewayUrl != DiscordOptions.Auto && e.Code is not 0)
            {
                return GatewayPlan.Default;
            }
            catch (DiscordException e) when (!e.IsFatal)
            {
                var wait = _jitter.Backoff(attempt, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));
                GatewayLog.NoPlan(_log, e.Message, wait.TotalSeconds);
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task CallBackAsync(Interaction interaction, CallbackPayload payload, CancellationToken cancellationToken)
    {
        const int AlreadyAcknowledged = 40060;
        var request = new RestRequest(
            Route.Callback(interaction.Id, interaction.Token), JsonSerializer.SerializeToUtf8Bytes(payload, PayloadContext.Relaxed.CallbackPayload))
        {
            Patience = Left(interaction, FirstAnswer),
        };
        try
        {
            await _rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (e.Code == AlreadyAcknowledged || (e.Status == BadRequest && payload.Type == CallbackPayload.Deferred))
        {
            // An attempt whose answer was lost has arrived; not every server has Discord's code for that, and if it was something else, the answer
            // will be refused too.
        }
    }

    /// <summary>Sends a message; where a server refuses its form, once more in a plainer one.</summary>
    private async Task<JsonElement> SendAsync(
        Route route, MessagePayload payload, Interaction? interaction, bool isRepeatable, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(route, payload, interaction, isRepeatable, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (e.Status == BadRequest)
        {
            return await SendOnceAsync(
                route, payload.Plain(), interaction, isRepeatable && payload.Nonce is null, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<JsonElement> SendOnceAsync(
        Route route, MessagePayload payload, Interaction? interaction, bool isRepeatable, CancellationToken cancellationToken)
    {
        var request = new RestRequest(route, JsonSerializer.SerializeToUtf8Bytes(payload, PayloadContext.Relaxed.MessagePayload)) { IsRepeatable = isRepeatable };
        return _rest.SendAsync(interaction is null ? request : request with { Patience = Left(interaction, LaterAnswer) }, cancellationToken);
    }

    /// <summary>What is left of the time an interaction has, counted from its arrival by the monotonic clock: no clock of Discord's is trusted.</summary>
    private TimeSpan Left(Interaction interaction, TimeSpan whole)
    {
        var left = whole - _time.GetElapsedTime(interaction.ReceivedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The application an interaction is for; where it does not say, the bot's own.</summary>
    private ulong ApplicationOf(Interaction interaction) => interaction.ApplicationId == 0 ? _applicationId : interaction.ApplicationId;

    private static SentMessage Sent(JsonElement json, Interaction interaction) =>
        new(json.Snowflake("id") ?? 0, interaction.Place.ChannelId, interaction);
}
