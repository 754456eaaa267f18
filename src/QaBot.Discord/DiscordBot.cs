using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Commands;
using QaBot.Discord.Conversations;
using QaBot.Discord.Events;
using QaBot.Discord.Feedback;
using QaBot.Discord.Interactions;
using QaBot.Discord.Languages;
using QaBot.Discord.Limits;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;
using QaBot.Discord.Questions;
using QaBot.Discord.Setup;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Discord;

/// <summary>The bot: takes questions from Discord, has them answered, and lets readers check the answers.</summary>
public sealed class DiscordBot : IDisposable
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(9.5);
    private readonly IDiscordTransport _transport;
    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ConversationStore _store;
    private readonly Admission _admission;
    private readonly QuestionDesk _questions;
    private readonly AnswerDesk _answers;
    private readonly ReaderDesk _readers;
    private readonly SetupDesk _setups;
    private readonly FairQueue<AskedQuestion> _queue;
    private readonly SeenIds _seen = new();
    private readonly TaskGroup _underWay;
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _abort = new();
    private volatile bool _isRegistered;
    private ulong _userId;

    /// <summary>Creates a bot.</summary>
    /// <param name="transport">What speaks with Discord.</param>
    /// <param name="ask">What answers.</param>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="database">Where conversations and feedback are kept.</param>
    /// <param name="options">Where it answers, and how much.</param>
    /// <param name="log">The log.</param>
    /// <param name="title">What the documents are called together, or null for their own titles.</param>
    /// <param name="link">Where a citation is shown on the web, or null.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    public DiscordBot(
        IDiscordTransport transport,
        AskQuestion ask,
        Corpus corpus,
        PassageIndex index,
        BotDatabase database,
        DiscordOptions options,
        ILogger log,
        string? title = null,
        CitationLink? link = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        (_transport, _options, _log, _time) = (transport, options, log, time ?? TimeProvider.System);
        _store = new ConversationStore(database, TimeSpan.FromHours(options.ConversationHours), _time);
        var names = new SourceNames(corpus, title);
        var renderer = new AnswerRenderer(names, link);
        var welcome = new Welcome(names, ask, log);
        var setups = new SetupStore(database, Counters, log);
        var threads = new ThreadStarter(transport, log);
        _answers = new AnswerDesk(transport, ask, renderer, threads, _store, Counters, _time, log);
        _readers = new ReaderDesk(
            transport, corpus, new SourcePage(corpus, index, names), names, renderer, welcome, _store, new FeedbackStore(database, _time), Counters, options, log);
        _setups = new SetupDesk(transport, setups);
        _admission = new Admission(options, setups, _time);
        _queue = new FairQueue<AskedQuestion>(options.QueueCapacity, question => question.Key);
        _underWay = new TaskGroup(Counters, log);
        _questions = new QuestionDesk(transport, _admission, setups, welcome, threads, _queue, _underWay, Counters, _time);
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
        Expire();
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
    public void Expire()
    {
        try
        {
            _store.Expire();
        }
        catch (SqliteException e)
        {
            Counters.Failed();
            BotLog.NotExpired(_log, e.Message);
        }
    }

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
        _questions.Close();
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
                _underWay.Start(command.Interaction.Id, () => HandleAsync(command));
                break;
            case ButtonEvent button when _seen.Add(button.Interaction.Id):
                _underWay.Start(button.Interaction.Id, () => ServeAsync(button.Interaction, () => _readers.PressAsync(button, _abort.Token)));
                break;
            case FormEvent form when _seen.Add(form.Interaction.Id):
                _underWay.Start(form.Interaction.Id, () => ServeAsync(form.Interaction, () => _readers.ExplainAsync(form, _abort.Token)));
                break;
            case SuggestionEvent typed when _seen.Add(typed.Interaction.Id):
                _underWay.Start(typed.Interaction.Id, () => _admission.IsOpen(typed.Interaction.Place)
                    ? _readers.SuggestAsync(typed, _abort.Token)
                    : _transport.SuggestAsync(typed.Interaction, [], _abort.Token));
                break;
            case MessageEvent message when IsForBot(message) && _seen.Add(message.Id):
                _questions.Take(message, _userId, _abort.Token);
                break;
            case MessageEvent { IsAutomatic: false } message when message.ThreadOwnerId == _userId && message.AuthorId != _userId && _seen.Add(message.Id):
                _questions.Guide(message, _abort.Token);
                break;
            default:
                break;
        }
    }

    /// <summary>Registers the commands; where that fails, again when the next session begins.</summary>
    private void Register()
    {
        if (!_isRegistered)
        {
            _underWay.Start(0, async () =>
            {
                await _transport.RegisterCommandsAsync(BotCommands.All, _abort.Token).ConfigureAwait(false);
                _isRegistered = true;
            });
        }
    }

    private Task HandleAsync(CommandEvent command)
    {
        var (interaction, token) = (command.Interaction, _abort.Token);
        return command.Name switch
        {
            BotCommands.Ask => _questions.TakeAsync(
                interaction,
                QuestionText.Of(command.Options.GetValueOrDefault(BotCommands.Question, ""), _userId),
                command.Options.TryGetValue(BotCommands.Private, out var isPrivate) ? isPrivate == "true" : null,
                token),
            BotCommands.AskAboutMessage => AskAboutAsync(interaction, command.Target ?? "", token),
            BotCommands.Help => ServeAsync(interaction, () => _readers.HelpAsync(interaction, token)),
            BotCommands.Setup => _setups.SetAsync(command, token),
            BotCommands.Source => ServeAsync(interaction, () => _readers.ShowSourceAsync(interaction, command.Options.GetValueOrDefault(BotCommands.Place), token)),
            BotCommands.About => ServeAsync(interaction, () => _readers.DescribeAsync(interaction, token)),
            BotCommands.Forget => _readers.ForgetAsync(interaction, token),
            _ => _transport.RespondAsync(interaction, new OutgoingMessage(Phrasebook.Of(interaction.Locale).UnknownCommand), isPrivate: true, token),
        };
    }

    /// <summary>Serves a reader where the bot answers; elsewhere the sources are not shown either, nor what they are.</summary>
    private Task ServeAsync(Interaction interaction, Func<Task> serve) => _admission.IsOpen(interaction.Place) ? serve()
        : _transport.RespondAsync(interaction, new OutgoingMessage(Phrasebook.Of(interaction.Locale).NotHere), isPrivate: true, _abort.Token);

    /// <summary>Answers what a message asks, to the one who wants to know.</summary>
    private Task AskAboutAsync(Interaction interaction, string content, CancellationToken cancellationToken)
    {
        var text = QuestionText.Of(content, _userId);
        return text.Length == 0
            ? _transport.RespondAsync(interaction, new OutgoingMessage(Phrasebook.Of(interaction.Locale).NothingInMessage), isPrivate: true, cancellationToken)
            : _questions.TakeAsync(interaction, text, isPrivate: true, cancellationToken);
    }

    /// <summary>Direct messages, mentions and replies are for the bot; those of bots, its own among them, never are.</summary>
    private bool IsForBot(MessageEvent message) => !message.IsAutomatic && message.AuthorId != _userId
        && (message.Place.Kind == PlaceKind.Direct || message.Mentions.Contains(_userId) || message.RepliesToAuthor == _userId);
}
