using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>"A thread has already been created for this message".</summary>
    private const int ThreadIsThere = 160004;

    /// <summary>Discord wants the first answer within 3 seconds; of these something is left for the way there.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(2.8);

    /// <summary>An interaction's token is valid for 15 minutes.</summary>
    private static readonly TimeSpan LaterAnswer = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(10);
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

    /// <summary>Whether the server has not yet refused cards as such, and taken the same without one.</summary>
    private volatile bool _takesCards = true;
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
    public async Task RegisterCommandsAsync(IReadOnlyList<BotCommand> commands, CancellationToken cancellationToken = default)
    {
        CommandPayload[] payload = [.. commands.Select(CommandPayload.Of)];
        var (form, plainest) = (CommandFields.Of(payload), CommandFields.Of(CommandPayload.Plain(payload)));
        for (var refusals = 1; ; refusals++)
        {
            try
            {
                await RegisterAsync(form, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DiscordException e) when (e.Status == BadRequest && !ReferenceEquals(form, plainest))
            {
                // First without what is named there, then wherever that stands, at last without all that a server may not know.
                GatewayTransportLog.Plainer(_log, e.Message);
                form = (refusals > 2 ? null : CommandFields.Without(form, e.Fields, isEverywhere: refusals == 2)) ?? plainest;
            }
        }
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
    public Task OpenAsync(Interaction interaction, Form form, CancellationToken cancellationToken = default) =>
        CallBackAsync(interaction, new CallbackPayload(CallbackPayload.OpenForm, MessagePayload.Of(form)), cancellationToken);

    /// <inheritdoc/>
    public Task SuggestAsync(Interaction interaction, IReadOnlyList<Choice> choices, CancellationToken cancellationToken = default) =>
        CallBackAsync(interaction, new CallbackPayload(CallbackPayload.Suggestions, MessagePayload.Of(choices)), cancellationToken);

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
    public async Task<ulong> StartThreadAsync(ulong channelId, ulong messageId, string name, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ThreadPayload(name), PayloadContext.Relaxed.ThreadPayload);
        var request = new RestRequest(Route.StartThread(channelId, messageId), body) { Patience = CheckPatience };
        try
        {
            // A thread at a message has the message's id.
            return (await _rest.SendAsync(request, cancellationToken).ConfigureAwait(false)).Snowflake("id") ?? messageId;
        }
        catch (DiscordException e) when (e.Code == ThreadIsThere)
        {
            // Begun by an attempt whose answer was lost, or by somebody else.
            return messageId;
        }
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
            var plan = await PlanAsync(isFirst: true, _stopping.Token).ConfigureAwait(false);
            _firstPlan = plan;
            var url = GatewayUrl(plan);
            var reader = new EventReader(new ThreadTable(), _time);
            var context = new ShardContext(
                BotToken.Parse(_options.Token), url, NextPlanAsync, CheckTokenAsync, _gate, reader, _events.Writer, _time, _jitter, _log);
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

    private Uri GatewayUrl(GatewayPlan plan) =>
        Uri.TryCreate(_options.GatewayUrl == DiscordOptions.Auto ? plan.Url ?? "wss://gateway.discord.gg" : _options.GatewayUrl, UriKind.Absolute, out var url)
        && url.Scheme is "ws" or "wss"
            ? url
            : throw new DiscordException("The server names no address of a gateway.", "Give one as Discord:GatewayUrl, as in wss://gateway.discord.gg.", isFatal: true);

    /// <summary>What Discord says now; for the first session, what it has just said.</summary>
    private async Task<GatewayPlan> NextPlanAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _firstPlan, null) ?? await PlanAsync(isFirst: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Asks whose the token is; what only fails for the moment says nothing of it.</summary>
    private async Task CheckTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _rest.SendAsync(new RestRequest(Route.OwnUser) { Patience = CheckPatience }, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (!e.IsFatal)
        {
            GatewayTransportLog.TokenUnchecked(_log, e.Message);
        }
    }

    /// <summary>Asks about connecting until there is an answer; a server without such a question gets one shard.</summary>
    /// <exception cref="DiscordException">At the start there is no connection at all.</exception>
    private async Task<GatewayPlan> PlanAsync(bool isFirst, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return GatewayPlan.Read(await _rest.SendAsync(new RestRequest(Route.GatewayBot) { NeedsConnection = isFirst }, cancellationToken).ConfigureAwait(false));
            }
            catch (DiscordException e) when (!e.IsFatal && _options.GatewayUrl != DiscordOptions.Auto && e.Code is not 0)
            {
                return GatewayPlan.Default;
            }
            catch (DiscordException e) when (!e.IsFatal && !e.IsUnreachable)
            {
                var wait = _jitter.Backoff(attempt, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));
                GatewayLog.NoPlan(_log, e.Message, wait.TotalSeconds);
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<JsonElement> RegisterAsync(JsonArray commands, CancellationToken cancellationToken) =>
        _rest.SendAsync(new RestRequest(Route.Commands(_applicationId, HttpMethod.Put), Encoding.UTF8.GetBytes(commands.ToJsonString())), cancellationToken);

    /// <summary>
    /// Answers an interaction for the first time. An attempt of which nothing was heard in time may have arrived, and then what follows finds its place;
    /// if it has not, what follows is refused, and says so.
    /// </summary>
    private async Task CallBackAsync(Interaction interaction, CallbackPayload payload, CancellationToken cancellationToken)
    {
        const int AlreadyAcknowledged = 40060;
        var knowsCards = true;
        for (var form = _takesCards ? payload : payload with { Data = payload.Data?.WithoutCard() }; ;)
        {
            var request = new RestRequest(
                Route.Callback(interaction.Id, interaction.Token), JsonSerializer.SerializeToUtf8Bytes(form, PayloadContext.Relaxed.CallbackPayload))
            {
                Patience = Left(interaction, FirstAnswer),
            };
            try
            {
                await _rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
                _takesCards &= knowsCards;
                return;
            }
            catch (DiscordException e) when (e.Code == AlreadyAcknowledged || e.MayHaveArrived || (e.Status == BadRequest && payload.Type == CallbackPayload.Deferred))
            {
                // Not every server has Discord's code for what has arrived already.
                GatewayTransportLog.InDoubt(_log, e.Message);
                return;
            }
            catch (DiscordException e)
            {
                if (form.Data?.Plainer(e) is not { } plainer)
                {
                    throw;
                }

                GatewayTransportLog.Plainer(_log, e.Message);
                knowsCards &= !form.Data.RefusesCards(e);
                form = form with { Data = plainer };
            }
        }
    }

    /// <summary>Sends a message; where a server refuses its form, again in plainer ones.</summary>
    private async Task<JsonElement> SendAsync(
        Route route, MessagePayload payload, Interaction? interaction, bool isRepeatable, CancellationToken cancellationToken)
    {
        var knowsCards = true;
        for (var form = _takesCards ? payload : payload.WithoutCard(); ;)
        {
            try
            {
                var isSafe = isRepeatable && (payload.Nonce is null || form.Nonce is not null);
                var sent = await SendOnceAsync(route, form, interaction, isSafe, cancellationToken).ConfigureAwait(false);
                _takesCards &= knowsCards;
                return sent;
            }
            catch (DiscordException e)
            {
                if (form.Plainer(e) is not { } plainer)
                {
                    throw;
                }

                GatewayTransportLog.Plainer(_log, e.Message);
                knowsCards &= !form.RefusesCards(e);
                form = plainer;
            }
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
