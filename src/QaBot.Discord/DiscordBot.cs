using Microsoft.Extensions.Logging;
using QaBot.Discord.Commands;
using QaBot.Discord.Conversations;
using QaBot.Discord.Events;
using QaBot.Discord.Feedback;
using QaBot.Discord.Interactions;
using QaBot.Discord.Limits;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;
using QaBot.Discord.Questions;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Discord;

/// <summary>The bot: takes questions from Discord, has them answered, and lets readers check the answers.</summary>
public sealed class DiscordBot : IDisposable
{
    private const string NoQuestion = "Ask me something in the same message, as in “Who directed it?”; or use /ask. If you replied to me, leave the mention on: else I cannot read it.";
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(9.5);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(8);
    private readonly IDiscordTransport _transport;
    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ConversationStore _store;
    private readonly AnswerDesk _answers;
    private readonly ReaderDesk _readers;
    private readonly FairQueue<AskedQuestion> _queue;
    private readonly Admission _admission;
    private readonly SeenIds _seen = new();
    private readonly Dictionary<ulong, long> _typedAt = [];
    private readonly TaskGroup _underWay = new();
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _abort = new();
    private volatile bool _isStopping;
    private bool _isRegistered;
    private ulong _userId;

    /// <summary>Creates a bot.</summary>
    /// <param name="transport">What speaks with Discord.</param>
    /// <param name="ask">What answers.</param>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="database">Where conversations and feedback are kept.</param>
    /// <param name="options">Where it answers, and how much.</param>
    /// <param name="log">The log.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    public DiscordBot(
        IDiscordTransport transport,
        AskQuestion ask,
        Corpus corpus,
        IPassageIndex index,
        BotDatabase database,
        DiscordOptions options,
        ILogger log,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        (_transport, _options, _log, _time) = (transport, options, log, time ?? TimeProvider.System);
        _store = new ConversationStore(database, TimeSpan.FromHours(options.ConversationHours), _time);
        _answers = new AnswerDesk(transport, ask, _store, Counters, _time, log);
        _readers = new ReaderDesk(transport, corpus, new SourcePage(corpus, index), _store, new FeedbackStore(database, _time), Counters, options, log);
        _queue = new FairQueue<AskedQuestion>(options.QueueCapacity, question => question.Key);
        _admission = new Admission(options, _time);
    }

    /// <summary>What has happened since the start.</summary>
    public BotCounters Counters { get; } = new();

    /// <summary>Questions that wait.</summary>
    public int Waiting => _queue.Count;

    /// <summary>How the connection is doing.</summary>
    public TransportHealth Health => _transport.Health;

    /// <summary>Serves Discord until it is stopped; then finishes the answers in hand within ten seconds and leaves.</summary>
    /// <exception cref="DiscordException">Discord refuses the bot for good.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        _store.Expire();
        var workers = Enumerable.Range(0, _options.Concurrency).Select(_ => WorkAsync()).ToList();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stopping.Register(() => _ = DrainAsync(workers, stopped)).ConfigureAwait(false);
        try
        {
            await foreach (var received in _transport.ReceiveAsync(CancellationToken.None).ConfigureAwait(false))
            {
                Handle(received);
            }
        }
        finally
        {
            if (!stopping.IsCancellationRequested)
            {
                await DrainAsync(workers, stopped).ConfigureAwait(false);
            }

            await stopped.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Deletes conversations that have expired.</summary>
    public void Expire() => _store.Expire();

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.Dispose();
        _hurry.Dispose();
        _abort.Dispose();
    }

    /// <summary>Takes no more questions, answers those it has, and leaves.</summary>
    private async Task DrainAsync(List<Task> workers, TaskCompletionSource stopped)
    {
        _isStopping = true;
        using var hurrying = _time.CreateTimer(_ => _hurry.Cancel(), null, AnswerPatience, Timeout.InfiniteTimeSpan);
        using var aborting = _time.CreateTimer(_ => _abort.Cancel(), null, StopPatience, Timeout.InfiniteTimeSpan);
        await _underWay.WhenAllAsync().ConfigureAwait(false);
        _queue.Close();
        await Task.WhenAll(workers).ConfigureAwait(false);
        await _underWay.WhenAllAsync().ConfigureAwait(false);
        await _transport.StopAsync(CancellationToken.None).ConfigureAwait(false);
        stopped.TrySetResult();
    }

    private async Task WorkAsync()
    {
        await Task.Yield();
        while (await _queue.TakeAsync().ConfigureAwait(false) is (true, { } question))
        {
            try
            {
                await _answers.AnswerAsync(question, _hurry.Token, _abort.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // Nothing may end a worker: the next question is none the worse for this one.
                Counters.Failed();
                BotLog.Failed(_log, question.Id, e);
            }
            finally
            {
                _queue.Release(question);
            }
        }
    }

    private void Handle(DiscordEvent received)
    {
        switch (received)
        {
            case ReadyEvent ready:
                _userId = ready.UserId;
                Register();
                break;
            case CommandEvent command when _seen.Add(command.Interaction.Id):
                Start(command.Interaction.Id, () => HandleAsync(command));
                break;
            case ButtonEvent button when _seen.Add(button.Interaction.Id):
                Start(button.Interaction.Id, () => _readers.PressAsync(button, _abort.Token));
                break;
            case MessageEvent message when IsForBot(message) && _seen.Add(message.Id):
                Handle(message);
                break;
            default:
                break;
        }
    }

    private void Register()
    {
        if (_isRegistered)
        {
            return;
        }

        _isRegistered = true;
        Start(0, () => _transport.RegisterCommandsAsync(BotCommands.All, _abort.Token));
    }

    private Task HandleAsync(CommandEvent command)
    {
        var (interaction, token) = (command.Interaction, _abort.Token);
        return command.Name switch
        {
            BotCommands.Ask => AskAsync(interaction, QuestionText.Of(command.Options.GetValueOrDefault(BotCommands.Question, ""), _userId), command.Options.GetValueOrDefault(BotCommands.Private) == "true"),
            BotCommands.Source => _readers.ShowSourceAsync(interaction, command.Options.GetValueOrDefault(BotCommands.Place), token),
            BotCommands.About => _readers.DescribeAsync(interaction, token),
            BotCommands.Forget => _readers.ForgetAsync(interaction, token),
            _ => _transport.RespondAsync(interaction, new OutgoingMessage("I do not know that command; it may be of another version of me."), isPrivate: true, token),
        };
    }

    private async Task AskAsync(Interaction interaction, string text, bool isPrivate)
    {
        if (Refusal(interaction.UserId, interaction.Place) is { } refusal)
        {
            await _transport.RespondAsync(interaction, new OutgoingMessage(refusal), isPrivate: true, _abort.Token).ConfigureAwait(false);
            return;
        }

        await _transport.DeferAsync(interaction, isPrivate, _abort.Token).ConfigureAwait(false);
        var target = new ReplyTarget(_transport, interaction.Place.ChannelId, interaction.Id, interaction, isPrivate);
        if (!_queue.TryAdd(new AskedQuestion(
            interaction.Id, text, interaction.UserId, interaction.Place, target, RepliesTo: null, interaction.ReceivedAt, Task.CompletedTask)))
        {
            Counters.Refused();
            await _transport.CompleteAsync(interaction, new OutgoingMessage(_isStopping ? Admission.Restarting : Admission.Busy), _abort.Token).ConfigureAwait(false);
            return;
        }

        Counters.Asked();
    }

    private void Handle(MessageEvent message)
    {
        var text = QuestionText.Of(message.Content, _userId);
        var target = new ReplyTarget(_transport, message.Place.ChannelId, message.Id);
        if (!_admission.IsOpen(message.Place))
        {
            return;
        }

        var refusal = Refusal(message.AuthorId, message.Place) ?? (text.Length == 0 ? NoQuestion : null);
        if (refusal is null)
        {
            var repliesTo = message.RepliesToAuthor == _userId ? message.RepliesTo : null;
            var question = new AskedQuestion(
                message.Id, text, message.AuthorId, message.Place, target, repliesTo, _time.GetTimestamp(), Type(message.Place.ChannelId));
            refusal = _queue.TryAdd(question) ? null : _isStopping ? Admission.Restarting : Admission.Busy;
            Count(refusal);
        }

        if (refusal is not null && (refusal == NoQuestion || _isStopping || _admission.MayNotify(message.AuthorId)))
        {
            Start(message.Id, () => target.ShowAsync([new OutgoingMessage(refusal)], _abort.Token));
        }
    }

    private void Count(string? refusal)
    {
        if (refusal is null)
        {
            Counters.Asked();
        }
        else
        {
            Counters.Refused();
        }
    }

    /// <summary>Why a question is not taken now, or null.</summary>
    private string? Refusal(ulong userId, Place place)
    {
        var refusal = _isStopping ? Admission.Restarting : _admission.Refusal(userId, place, _queue.Count);
        if (refusal is not null)
        {
            Counters.Refused();
        }

        return refusal;
    }

    /// <summary>Direct messages, mentions and replies are for the bot; those of bots, its own among them, never are.</summary>
    private bool IsForBot(MessageEvent message) => !message.IsAutomatic && message.AuthorId != _userId
        && (message.Place.Kind == PlaceKind.Direct || message.Mentions.Contains(_userId) || message.RepliesToAuthor == _userId);

    /// <summary>Shows typing, unless it is still shown in the channel.</summary>
    private Task Type(ulong channelId)
    {
        if (_typedAt.TryGetValue(channelId, out var at) && _time.GetElapsedTime(at) < TypingLasts)
        {
            return Task.CompletedTask;
        }

        if (_typedAt.Count > 1000)
        {
            _typedAt.Clear();
        }

        _typedAt[channelId] = _time.GetTimestamp();
        return Start(0, () => _transport.TypeAsync(channelId, _abort.Token));
    }

    /// <summary>Does something beside the reading of events; what goes wrong is logged.</summary>
    private Task Start(ulong id, Func<Task> action) => _underWay.Start(async () =>
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            Counters.Failed();
            BotLog.Refused(_log, id, e.Message, e.Remedy);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Counters.Failed();
            BotLog.Failed(_log, id, e);
        }
    });
}
