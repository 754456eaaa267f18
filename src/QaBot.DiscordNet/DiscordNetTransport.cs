using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using QaBot.Discord;
using QaBot.Discord.Commands;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;

namespace QaBot.DiscordNet;

/// <summary>The transport over Discord.Net's sharded socket client.</summary>
/// <remarks>Reconnection, resumption and rate limits are Discord.Net's. A message in a channel that it does not know is not received.</remarks>
public sealed class DiscordNetTransport : IDiscordTransport
{
    private const int MostWaitingEvents = 8192;
    private const int MostRemembered = 4096;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private readonly DiscordOptions _options;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly DiscordShardedClient _client;
    private readonly Channel<DiscordEvent> _events = Channel.CreateBounded<DiscordEvent>(MostWaitingEvents);
    private readonly ConcurrentDictionary<ulong, SocketInteraction> _interactions = new();
    private readonly ConcurrentDictionary<ulong, RestFollowupMessage> _followUps = new();
    private ulong _applicationId;
    private long _connections;
    private int _stopped;

    /// <summary>Creates a transport that is not yet connected.</summary>
    /// <param name="options">Token, addresses and shards.</param>
    /// <param name="log">The log, which takes Discord.Net's own messages too.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <exception cref="DiscordException">The token is missing or cannot be one.</exception>
    public DiscordNetTransport(DiscordOptions options, ILogger log, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        BotToken.Parse(options.Token);
        (_options, _log, _time) = (options, log, time ?? TimeProvider.System);
        _client = CreateClient(options);
        _client.Log += message => Done(() => DiscordNetLog.Write(_log, message));
        _client.ShardConnected += _ => Done(() => Interlocked.Increment(ref _connections));
        _client.ShardDisconnected += (exception, _) => Done(() => EndIfFatal(exception));
        _client.ShardReady += shard => Done(() => Give(new ReadyEvent(shard.CurrentUser.Id, shard.CurrentUser.Username, _applicationId)));
        _client.MessageReceived += message => Done(() => Give(DiscordNetEvents.OfMessage(message)));
        _client.InteractionCreated += used => Done(() => Take(used));
    }

    /// <inheritdoc/>
    public TransportHealth Health
    {
        get
        {
            var shards = Volatile.Read(ref _stopped) == 0 ? _client.Shards?.ToList() ?? [] : [];
            var connected = shards.Where(shard => shard.ConnectionState == ConnectionState.Connected).ToList();
            TimeSpan? latency = connected.Count == 0 || connected.Max(shard => shard.Latency) == 0 ? null : TimeSpan.FromMilliseconds(connected.Max(shard => shard.Latency));
            return new TransportHealth(connected.Count, shards.Count, latency, Math.Max(0, Interlocked.Read(ref _connections) - shards.Count));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DiscordEvent> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await DiscordFaults.CallAsync(() => _client.LoginAsync(TokenType.Bot, Token(), validateToken: false), _time, cancellationToken).ConfigureAwait(false);
        _applicationId = (await DiscordFaults.CallAsync(() => _client.GetApplicationInfoAsync(), _time, cancellationToken).ConfigureAwait(false)).Id;
        await using var stopping = cancellationToken.Register(() => _ = StopAsync(CancellationToken.None)).ConfigureAwait(false);
        await _client.StartAsync().ConfigureAwait(false);
        await foreach (var received in _events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            yield return received;
        }
    }

    /// <inheritdoc/>
    public Task RegisterCommandsAsync(IReadOnlyList<BotCommand> commands, CancellationToken cancellationToken = default) => CallAsync(
        () => _client.Rest.BulkOverwriteGlobalCommands([.. commands.Select(DiscordNetMessages.CommandOf)], Options(cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task DeferAsync(Interaction interaction, bool isPrivate, CancellationToken cancellationToken = default) =>
        CallAsync(() => Find(interaction).DeferAsync(isPrivate, Options(cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task RespondAsync(Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default) => CallAsync(
        () => Find(interaction).RespondAsync(
            message.Content, ephemeral: isPrivate, allowedMentions: DiscordNetMessages.Nobody, components: Buttons(message), options: Options(cancellationToken)),
        cancellationToken);

    /// <inheritdoc/>
    public Task UpdateAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default) => CallAsync(
        () => ((SocketMessageComponent)Find(interaction)).UpdateAsync(DiscordNetMessages.Change(message), Options(cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task OpenAsync(Interaction interaction, Form form, CancellationToken cancellationToken = default) =>
        CallAsync(() => Find(interaction).RespondWithModalAsync(DiscordNetMessages.ModalOf(form), Options(cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task SuggestAsync(Interaction interaction, IReadOnlyList<Choice> choices, CancellationToken cancellationToken = default) => CallAsync(
        () => ((SocketAutocompleteInteraction)Find(interaction)).RespondAsync(choices.Select(choice => new AutocompleteResult(choice.Label, choice.Value)), Options(cancellationToken)),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<SentMessage> CompleteAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var sent = await CallAsync(
            () => Find(interaction).ModifyOriginalResponseAsync(DiscordNetMessages.Change(message), Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        return new SentMessage(sent.Id, interaction.Place.ChannelId, interaction);
    }

    /// <inheritdoc/>
    public async Task<SentMessage> FollowUpAsync(
        Interaction interaction, OutgoingMessage message, bool isPrivate, CancellationToken cancellationToken = default)
    {
        var sent = await CallAsync(
            () => Find(interaction).FollowupAsync(
                message.Content, ephemeral: isPrivate, allowedMentions: DiscordNetMessages.Nobody, components: Buttons(message), options: Options(cancellationToken)),
            cancellationToken).ConfigureAwait(false);
        Remember(_followUps, sent.Id, sent);
        return new SentMessage(sent.Id, interaction.Place.ChannelId, interaction);
    }

    /// <inheritdoc/>
    /// <remarks>Discord.Net does not send the nonce: a message whose answer was lost is not sent again, so that it is not doubled either.</remarks>
    public async Task<SentMessage> SendAsync(
        ulong channelId, OutgoingMessage message, ulong? replyTo, string nonce, CancellationToken cancellationToken = default)
    {
        var reference = replyTo is { } id ? new MessageReference(id, failIfNotExists: false) : null;
        var channel = await ChannelAsync(channelId, cancellationToken).ConfigureAwait(false);
        var sent = await CallAsync(
            () => channel.SendMessageAsync(
                message.Content,
                options: Options(cancellationToken),
                allowedMentions: DiscordNetMessages.Nobody,
                messageReference: reference,
                components: Buttons(message),
                flags: MessageFlags.SuppressEmbeds),
            cancellationToken).ConfigureAwait(false);
        return new SentMessage(sent.Id, channelId);
    }

    /// <inheritdoc/>
    public async Task<ulong> StartThreadAsync(ulong channelId, ulong messageId, string name, CancellationToken cancellationToken = default)
    {
        if (await ChannelAsync(channelId, cancellationToken).ConfigureAwait(false) is not ITextChannel channel)
        {
            throw new DiscordException("A thread can be begun in a text channel only.", "Ask in one.");
        }

        var message = await CallAsync(() => channel.GetMessageAsync(messageId, options: Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        var thread = await CallAsync(() => channel.CreateThreadAsync(name, message: message, options: Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        return thread.Id;
    }

    /// <inheritdoc/>
    public async Task EditAsync(SentMessage sent, OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var change = DiscordNetMessages.Change(message);
        if (sent.Interaction is null)
        {
            var channel = await ChannelAsync(sent.ChannelId, cancellationToken).ConfigureAwait(false);
            await CallAsync(() => channel.ModifyMessageAsync(sent.Id, change, Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        else if (_followUps.TryGetValue(sent.Id, out var followUp))
        {
            await CallAsync(() => followUp.ModifyAsync(change, Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CallAsync(() => Find(sent.Interaction).ModifyOriginalResponseAsync(change, Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task TypeAsync(ulong channelId, CancellationToken cancellationToken = default)
    {
        try
        {
            var channel = await ChannelAsync(channelId, cancellationToken).ConfigureAwait(false);
            await CallAsync(() => channel.TriggerTypingAsync(Options(cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException)
        {
            // An answer comes all the same.
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        // What has not been logged in has no shards to stop.
        if (Interlocked.Exchange(ref _stopped, 1) == 0 && _client.LoginState == LoginState.LoggedIn)
        {
            await Task.WhenAny(_client.StopAsync(), Task.Delay(StopPatience, cancellationToken)).ConfigureAwait(false);
        }

        _events.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await _client.DisposeAsync().ConfigureAwait(false);
    }

    private static DiscordShardedClient CreateClient(DiscordOptions options)
    {
        var rest = DefaultRestClientProvider.Create(useProxy: false);
        var config = new DiscordSocketConfig
        {
            RestClientProvider = _ => rest(options.ApiUrl),
            WebSocketProvider = () =>
            {
                var socket = DefaultWebSocketProvider.Instance();
                socket.SetHeader(UserAgent.Header, UserAgent.Value);
                return socket;
            },
            GatewayHost = options.GatewayUrl == DiscordOptions.Auto ? null : options.GatewayUrl.TrimEnd('/') + "/?v=10&encoding=json&compress=zlib-stream",
            GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages,
            DefaultRetryMode = RetryMode.RetryRatelimit,
            UseInteractionSnowflakeDate = false,
            LogGatewayIntentWarnings = false,
        };
        if (options.Shards == DiscordOptions.Auto)
        {
            return new DiscordShardedClient(config);
        }

        var parts = options.Shards.Split('/');
        config.TotalShards = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return new DiscordShardedClient([int.Parse(parts[0], CultureInfo.InvariantCulture)], config);
    }

    private static RequestOptions Options(CancellationToken cancellationToken) => new() { CancelToken = cancellationToken };

    private static MessageComponent? Buttons(OutgoingMessage message) => message.Rows.Count == 0 ? null : DiscordNetMessages.ButtonsOf(message);

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    /// <summary>Remembers a value; when there are too many, the oldest half is forgotten, which by then Discord has too.</summary>
    private static void Remember<T>(ConcurrentDictionary<ulong, T> values, ulong id, T value)
    {
        values[id] = value;
        if (values.Count > MostRemembered)
        {
            foreach (var old in values.Keys.Order().Take(MostRemembered / 2))
            {
                values.TryRemove(old, out _);
            }
        }
    }

    private string Token() => _options.Token.Trim().StartsWith("Bot ", StringComparison.Ordinal) ? _options.Token.Trim()[4..].Trim() : _options.Token.Trim();

    private void Give(DiscordEvent received) => _events.Writer.TryWrite(received);

    private void Take(SocketInteraction used)
    {
        if (DiscordNetEvents.OfInteraction(used, _time.GetTimestamp()) is { } received)
        {
            Remember(_interactions, used.Id, used);
            Give(received);
        }
    }

    private void EndIfFatal(Exception exception)
    {
        if (DiscordFaults.OfDisconnect(exception) is { } fault)
        {
            _events.Writer.TryComplete(fault);
            _ = StopAsync();
        }
    }

    private SocketInteraction Find(Interaction interaction) => _interactions.GetValueOrDefault(interaction.Id)
        ?? throw new DiscordException("The interaction is no longer known.", "Ask again.");

    private async Task<IMessageChannel> ChannelAsync(ulong id, CancellationToken cancellationToken)
    {
        var channel = _client.GetChannel(id) as IMessageChannel
            ?? await CallAsync(async () => await _client.Rest.GetChannelAsync(id, Options(cancellationToken)).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) as IMessageChannel;
        return channel ?? throw new DiscordException("There is no such channel.", "Invite the bot to the server again, and give it the channel.");
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => DiscordFaults.CallAsync(call, _time, cancellationToken);

    private Task CallAsync(Func<Task> call, CancellationToken cancellationToken) => DiscordFaults.CallAsync(call, _time, cancellationToken);
}
